using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Articles.Pages;

/// <summary>Finds the page's headline and takes the site's name off it.</summary>
internal static partial class Headline
{
    /// <summary>Shorter headings are labels.</summary>
    private const int ShortestHeading = 10;

    private const int MostHeadings = 200;

    /// <summary>The headline, or an empty text.</summary>
    public static string Of(IHtmlDocument document, MetaTags meta, JsonLdArticle? article, string? site, Uri? address)
    {
        var heading = HeadingOf(document)?.TextContent is { } text ? DisplayText.FoldOrNull(text) : null;
        var titleElement = DisplayText.FoldOrNull(document.Title);
        var candidates = new[] { article?.Headline, meta.First("og:title", "twitter:title", "dc.title", "title"), titleElement }.OfType<string>();

        // The heading that readers see wins where the page's own words for machines begin or end with it.
        if (heading is { Length: >= ShortestHeading } && candidates.Any(candidate => candidate.Contains(heading, StringComparison.OrdinalIgnoreCase)))
        {
            return heading;
        }

        return candidates.Select(candidate => WithoutSite(candidate, site, address)).FirstOrDefault(candidate => candidate.Length > 0) ?? heading ?? "";
    }

    /// <summary>
    /// The element of the headline: the heading that the page's title begins with (where h1 is the site's name, that is an h2),
    /// else an h1 that stands in the title or has several words.
    /// </summary>
    public static IElement? HeadingOf(IHtmlDocument document)
    {
        var title = DisplayText.Fold(document.Title);
        var headings = document.QuerySelectorAll("h1, [itemprop='headline'], h2")
            .Take(MostHeadings)
            .Select(element => (Element: element, Text: DisplayText.Fold(element.TextContent)))
            .Where(heading => heading.Text.Length is > 0 and < 300)
            .OrderBy(heading => heading.Element.LocalName == "h2")
            .ToList();
        var first = headings.Where(heading => heading.Element.LocalName != "h2").ToList();
        return headings.Find(heading => heading.Text.Length >= ShortestHeading && title.StartsWith(heading.Text, StringComparison.OrdinalIgnoreCase)).Element
            ?? first.Find(heading => title.Contains(heading.Text, StringComparison.OrdinalIgnoreCase)).Element
            ?? first.Find(heading => DisplayText.CountWords(heading.Text) > 2).Element
            ?? first.FirstOrDefault().Element;
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
}
