using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>The page's headline, without the site's name and without what stands above it.</summary>
/// <param name="Text">The headline, or an empty text.</param>
/// <param name="Element">Its heading on the page, or null.</param>
/// <param name="Kicker">The label inside the heading, or null.</param>
internal sealed partial record Headline(string Text, IElement? Element, string? Kicker)
{
    private const int MaxHeadings = 200;
    private const int MaxHeading = 300;
    private const int MaxParts = 20;

    /// <summary>A heading that stands in the page's title with more around it is the site's name where it is less of it than this.</summary>
    private const double MaxOfTitle = 0.5;

    /// <summary>A first heading that the page's title does not know may be the site's name, unless it has this many words.</summary>
    private const int WordsOfNoName = 5;

    /// <summary>A heading of fewer words that begins a title may be the name of a section.</summary>
    private const int WordsOfStart = 3;

    private const int LinesAboveBody = 6;

    /// <summary>In letters: shorter titles stand in headings by chance.</summary>
    private const int ShortestTitle = 8;

    /// <summary>
    /// The heading that readers see, where it is the page's only one or the page's words for machines know it; else those words: they are
    /// often shortened for search engines.
    /// </summary>
    /// <param name="prose">The body; a heading right above it is the headline of a page that states none.</param>
    public static Headline Of(
        IHtmlDocument document, MetaTags meta, JsonLdArticle? article, Site site, IReadOnlyList<PageBlock> blocks, IReadOnlyList<PageBlock> prose)
    {
        string?[] stated = [article?.Headline, meta.First("og:title", "twitter:title", "dc.title", "title"), DisplayText.StatementOrNull(document.Title)];
        var titles = stated.OfType<string>().ToList();
        titles.AddRange([.. titles.Select(title => WithoutSite(title, site))]);
        var isStated = stated[0] is not null || stated[1] is not null;
        var headings = HeadingsOf(document).Where(heading => !site.IsNamedBy(heading.Text)).ToList();
        var isTold = isStated || titles.Exists(title => DisplayText.CountWords(title) >= WordsOfNoName);
        var related = isTold ? [.. headings.Where(heading => titles.Exists(title => ShareAWord(title, heading.Text)))] : headings;
        if ((KnownHeading(headings, titles, site) ?? HeadingAbove(blocks, prose, related, isStated)) is { } found)
        {
            var (kicker, text) = Split(found, titles);
            return new Headline(WithoutSite(text, site), found, kicker);
        }

        return new Headline(titles.Select(title => WithoutSite(title, site)).FirstOrDefault(title => title.Length > 0) ?? "", null, null);
    }

    /// <param name="Element">The heading.</param>
    /// <param name="Text">Folded.</param>
    /// <param name="IsFirst">Whether it is a heading of the first level, or marked as the headline.</param>
    private sealed record Heading(IElement Element, string Text, bool IsFirst)
    {
        /// <summary>Letters and digits alone: quotes and dashes differ between a heading and the page's title.</summary>
        public string Letters { get; } = LettersOf(Text);
    }

    private static IEnumerable<Heading> HeadingsOf(IHtmlDocument document) => document
        .QuerySelectorAll("h1, [itemprop='headline'], h2, h3")
        .Take(MaxHeadings)
        .Where(element => !element.HasAttribute("hidden") && element.GetAttribute("aria-hidden") != "true")
        .Select(element => new Heading(element, BlockReader.ReadLine(element, MaxHeading), element.LocalName is not ("h2" or "h3") || element.HasAttribute("itemprop")))
        .Where(heading => heading.Text.Length is > 2 and < MaxHeading);

    /// <summary>The heading that the page's titles know, those of the first level before others; null when there is none.</summary>
    private static IElement? KnownHeading(List<Heading> headings, List<string> titles, Site site)
    {
        var known = titles.Select(LettersOf).ToList();
        var first = headings.Where(heading => heading.IsFirst).ToList();
        return (first.Find(heading => known.Contains(heading.Letters))
            ?? first.Find(heading => known.Exists(title => IsMost(title, heading.Letters) || (title.Length >= ShortestTitle && heading.Letters.Contains(title, StringComparison.Ordinal))))
            ?? first.Find(heading => DisplayText.CountWords(heading.Text) >= WordsOfStart && known.Exists(title => title.StartsWith(heading.Letters, StringComparison.Ordinal)))
            ?? (first.Count == 1 && DisplayText.CountWords(first[0].Text) >= WordsOfNoName && (site.Name is null || !first[0].Text.StartsWith(site.Name, StringComparison.OrdinalIgnoreCase)) ? first[0] : null)
            ?? headings.Find(heading => known.Exists(title => IsMost(title, heading.Letters))))?.Element;
    }

    /// <summary>The nearest of the highest headings right above the body; only one of the first level where the page states a title.</summary>
    private static IElement? HeadingAbove(IReadOnlyList<PageBlock> blocks, IReadOnlyList<PageBlock> prose, List<Heading> headings, bool isStated)
    {
        var candidates = headings.Where(heading => heading.IsFirst || !isStated).Select(heading => heading.Element).ToHashSet();
        var body = prose.Count == 0 ? 0 : blocks.TakeWhile(block => !ReferenceEquals(block, prose[0])).Count();
        var above = blocks.Take(body + 1).Skip(Math.Max(0, body - LinesAboveBody)).Select(block => block.Box).Where(candidates.Contains);
        return above.Reverse().MinBy(heading => heading.LocalName) ?? headings.Find(heading => heading.IsFirst)?.Element;
    }

    /// <summary>Whether a longer word, or two letters in a row of a script without spaces, stand in both.</summary>
    private static bool ShareAWord(string title, string heading)
    {
        foreach (var word in heading.Split([' ', ',', '.', ':', '-', '–', '—', '|', '"', '„', '“', '”', '«', '»', '?', '!', '\'', '’'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length >= 4 && title.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            for (var i = 0; i + 1 < word.Length; i++)
            {
                if (char.GetUnicodeCategory(word[i]) == System.Globalization.UnicodeCategory.OtherLetter && title.Contains(word.AsSpan(i, 2), StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsMost(string title, string heading) =>
        title.Contains(heading, StringComparison.Ordinal) && heading.Length >= MaxOfTitle * title.Length;

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>
    /// Takes off a label in front, or a line below, that is an element of its own: it is named a label, or without it the heading is what
    /// the page gives as its title.
    /// </summary>
    private static (string? Kicker, string Text) Split(IElement heading, List<string> titles)
    {
        var text = BlockReader.ReadLine(heading, MaxHeading);
        foreach (var part in heading.GetDescendants().OfType<IElement>().Take(MaxParts))
        {
            var label = BlockReader.ReadLine(part, MaxHeading);
            if (label.Length == 0 || label.Length >= text.Length)
            {
                continue;
            }

            var isInFront = text.StartsWith(label, StringComparison.Ordinal);
            var rest = isInFront ? text[label.Length..] : text.EndsWith(label, StringComparison.Ordinal) ? text[..^label.Length] : "";
            rest = rest.Trim(':', ' ', '|', '-', '–');
            var isTitle = rest.Length > 0 && !titles.Exists(title => string.Equals(title, text, StringComparison.OrdinalIgnoreCase)) && titles.Exists(title => LettersOf(title) == LettersOf(rest));
            var isLabel = isInFront && (label.EndsWith(':') || IsSetApart(label, text, titles) || KickerName().IsMatch(OtherPostClassNames.ClassOf(part)));
            if (rest.Length > 0 && (isTitle || isLabel))
            {
                return (isInFront ? label.TrimEnd(':', ' ', '|', '-', '–') : null, rest);
            }
        }

        return (null, text);
    }

    /// <summary>Whether a title is the heading's text with a mark after the label: "Label - Headline".</summary>
    private static bool IsSetApart(string label, string heading, List<string> titles) => titles.Exists(title =>
        title.StartsWith(label, StringComparison.OrdinalIgnoreCase) && LettersOf(title).StartsWith(LettersOf(heading), StringComparison.Ordinal) && title.AsSpan(label.Length).TrimStart() is [':' or '|' or '-' or '–' or '—', ' ', ..]);

    /// <summary>Takes " | Site" off the end: the site's own name, or a last part that is clearly shorter than the rest.</summary>
    public static string WithoutSite(string title, Site site)
    {
        var cut = Separator().Matches(title).LastOrDefault();
        while (cut is not null && cut.Index > 0)
        {
            var rest = title[..cut.Index].TrimEnd();
            var last = title[(cut.Index + cut.Length)..].Trim();
            var isSite = (site.Name is { } name && last.Contains(name, StringComparison.OrdinalIgnoreCase)) || site.IsNamedBy(last);
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

    [GeneratedRegex(@"\s+[|»·•–—-]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"kicker|eyebrow|over-?line|over-?head|top-?line|dachzeile|roof|spitzmarke|pre-?(title|headline)|supra|super-?title|super-?headline|antetitulo|volanta|occhiello|surtitre|headline.?(label|intro|prefix)|label", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex KickerName();
}
