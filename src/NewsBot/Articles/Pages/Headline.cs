using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Articles.Pages;

/// <summary>The page's headline, without the site's name and without what stands above it.</summary>
/// <param name="Text">The headline, or an empty text.</param>
/// <param name="Element">Its heading on the page, or null.</param>
/// <param name="Kicker">The label inside the heading, or null.</param>
internal sealed partial record Headline(string Text, IElement? Element, string? Kicker)
{
    private const int MostHeadings = 200;
    private const int LongestHeading = 300;

    /// <summary>A heading that stands in the page's title with more around it is the site's name where it is less of it than this.</summary>
    private const double MostOfTitle = 0.5;

    /// <summary>A first heading that the page's title does not know may be the site's name, unless it has this many words.</summary>
    private const int WordsOfNoName = 5;

    /// <summary>In letters: shorter titles stand in headings by chance.</summary>
    private const int ShortestTitle = 8;

    /// <summary>
    /// The heading that readers see, where it is the page's only one or the page's words for machines know it; else those words: they are
    /// often shortened for search engines.
    /// </summary>
    public static Headline Of(IHtmlDocument document, MetaTags meta, JsonLdArticle? article, string? site, Uri? address)
    {
        string?[] stated = [article?.Headline, meta.First("og:title", "twitter:title", "dc.title", "title"), DisplayText.StatementOrNull(document.Title)];
        var titles = stated.OfType<string>().ToList();
        titles.AddRange([.. titles.Select(title => WithoutSite(title, site, address))]);
        if (HeadingOf(document, titles, site, address) is { } heading)
        {
            var (kicker, text) = Split(heading, titles);
            return new Headline(WithoutSite(text, site, address), heading, kicker);
        }

        return new Headline(titles.Select(title => WithoutSite(title, site, address)).FirstOrDefault(title => title.Length > 0) ?? "", null, null);
    }

    private static IElement? HeadingOf(IHtmlDocument document, List<string> titles, string? site, Uri? address)
    {
        var known = titles.Select(Letters).ToList();
        var headings = document.QuerySelectorAll("h1, [itemprop='headline'], h2, h3")
            .Take(MostHeadings)
            .Select(element => (Element: element, Text: DisplayText.Fold(element.TextContent)))
            .Where(heading => heading.Text.Length is > 2 and < LongestHeading && !heading.Element.HasAttribute("hidden"))
            .Select(heading => (heading.Element, Letters: Letters(heading.Text), IsSite: IsSite(heading.Text, site, address)))
            .ToList();
        var first = headings.Where(heading => heading.Element.LocalName is not ("h2" or "h3") && !heading.IsSite).ToList();
        return first.Find(heading => known.Contains(heading.Letters)).Element
            ?? first.Find(heading => known.Exists(title => IsMost(title, heading.Letters) || (title.Length >= ShortestTitle && heading.Letters.Contains(title, StringComparison.Ordinal)))).Element
            ?? (first.Count == 1 && DisplayText.CountWords(DisplayText.Fold(first[0].Element.TextContent)) >= WordsOfNoName ? first[0].Element : null)
            ?? headings.Find(heading => known.Exists(title => IsMost(title, heading.Letters)) && !heading.IsSite).Element
            ?? first.FirstOrDefault().Element;
    }

    private static bool IsMost(string title, string heading) =>
        title.Contains(heading, StringComparison.Ordinal) && heading.Length >= MostOfTitle * title.Length;

    /// <summary>Letters and digits alone: quotes and dashes differ between a heading and the page's title.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>
    /// Takes off a label in front, or a line below, that is an element of its own: it is named a label, or without it the heading is what
    /// the page gives as its title.
    /// </summary>
    private static (string? Kicker, string Text) Split(IElement heading, List<string> titles)
    {
        var text = string.Join(' ', BlockReader.Read(heading).Select(block => block.Text));
        foreach (var part in heading.QuerySelectorAll("*"))
        {
            var label = DisplayText.Fold(part.TextContent);
            if (label.Length == 0 || label.Length >= text.Length)
            {
                continue;
            }

            var isInFront = text.StartsWith(label, StringComparison.Ordinal);
            var rest = isInFront ? text[label.Length..] : text.EndsWith(label, StringComparison.Ordinal) ? text[..^label.Length] : "";
            rest = rest.Trim(':', ' ', '|', '-', '–');
            var isTitle = rest.Length > 0 && !titles.Exists(title => string.Equals(title, text, StringComparison.OrdinalIgnoreCase)) && titles.Exists(title => Letters(title) == Letters(rest));
            if (rest.Length > 0 && (isTitle || (isInFront && part.ClassName is { } name && KickerName().IsMatch(name))))
            {
                return (isInFront ? label.TrimEnd(':', ' ', '|', '-', '–') : null, rest);
            }
        }

        return (null, text);
    }

    /// <summary>Takes " | Site" off the end: the site's own name, or a last part that is clearly shorter than the rest.</summary>
    public static string WithoutSite(string title, string? site, Uri? address)
    {
        var cut = Separator().Matches(title).LastOrDefault();
        while (cut is not null && cut.Index > 0)
        {
            var rest = title[..cut.Index].TrimEnd();
            var last = title[(cut.Index + cut.Length)..].Trim();
            var isSite = IsSite(last, site, address);
            var isSuffix = DisplayText.CountWords(last) <= 4 && DisplayText.CountWords(rest) >= 4 && cut.Value.Trim() is "|" or "»" or "·" or "•";
            if (!isSite && !isSuffix)
            {
                return title;
            }

            title = rest;
            cut = Separator().Matches(title).LastOrDefault();
        }

        return title;
    }

    /// <summary>Whether the last part is the site's name, as it gives it or as its host spells it.</summary>
    private static bool IsSite(string last, string? site, Uri? address)
    {
        var isNamed = site is not null && (last.Contains(site, StringComparison.OrdinalIgnoreCase) || site.Contains(last, StringComparison.OrdinalIgnoreCase));
        var letters = string.Concat(last.Where(char.IsLetterOrDigit));
        return isNamed || (letters.Length > 3 && address is not null && address.Host.Replace("-", "", StringComparison.Ordinal).Contains(letters, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"\s+[|»·•–—-]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"kicker|eyebrow|over-?line|over-?head|top-?line|dachzeile|roof|spitzmarke|pre-?(title|headline)|supra|super-?title|super-?headline|antetitulo|volanta|occhiello|surtitre|headline.?(label|intro|prefix)|label", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KickerName();
}
