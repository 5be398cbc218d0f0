using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>
/// Who wrote the page: JSON-LD, else meta elements, else marked links, else what is named a byline or reads as one near the headline.
/// </summary>
internal static partial class Bylines
{
    private const int MaxByline = 150;

    /// <summary>Of a byline with all that stands in its box.</summary>
    private const int MaxBox = 2_000;

    /// <summary>A byline box may hold the author's life: its sentences name nobody. "By J. K." is shorter.</summary>
    private const int ShortestSentence = 40;

    public static IReadOnlyList<string> Of(IHtmlDocument document, HeadlineContext around, MetaTags meta, JsonLdArticle? article, string? site, Uri? address)
    {
        IEnumerable<IEnumerable<string>> trusted =
        [
            article?.Authors ?? [],
            meta.All("author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator"),
            meta.Labelled(label => Label().IsMatch(label)),
            Texts(document, "[itemprop='author'] [itemprop='name'], [itemprop='author'], [rel~='author']"),
            .. Lines(around.Above).Concat(Lines(around.Below)).Select(Written).OfType<string>().Select(text => (IEnumerable<string>)[text]),
            .. Texts(document, "[class*='byline' i], [class*='author' i], [class*='autor' i], address, a[href*='/author/'], a[href*='/autor/'], a[href*='/autoren/']").Select(text => (IEnumerable<string>)[text]),
        ];
        IReadOnlyList<string> first = [];
        foreach (var bylines in trusted)
        {
            var names = AuthorNames.Of(bylines).Where(name => !IsSite(name, site, address)).ToList();
            if (names.Exists(AuthorNames.IsPersonName))
            {
                return names;
            }

            first = first.Count == 0 ? names : first;
        }

        return first;
    }

    /// <summary>A label that is a line of its own belongs to the next: "Author:" over "Ida Holm".</summary>
    private static IEnumerable<string> Lines(IReadOnlyList<PageBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            yield return i + 1 < blocks.Count && Label().IsMatch(blocks[i].Text) ? $"{blocks[i].Text} {blocks[++i].Text}" : blocks[i].Text;
        }
    }

    /// <summary>The names in a line that says that it names the author; where it says so in a word of other meanings, they must be a person's.</summary>
    private static string? Written(string line)
    {
        var found = line.Length < MaxByline ? Byline().Match(line) : Match.Empty;
        var names = found.Groups["names"].Value;
        return found.Success && (found.Groups["sure"].Success || found.Groups["dated"].Success || AuthorNames.Of([names]) is [var name, ..] && AuthorNames.IsPersonName(name)) ? names : null;
    }

    private static bool IsSite(string name, string? site, Uri? address)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit));
        return string.Equals(name, site, StringComparison.OrdinalIgnoreCase)
            || (letters.Length > 3 && name.Contains('.', StringComparison.Ordinal) && address is not null && address.Host.Replace(".", "", StringComparison.Ordinal).Contains(letters, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Texts(IHtmlDocument document, string selector) => document.QuerySelectorAll(selector)
        .Take(50)
        .Where(element => element.Closest("aside, nav") is null && !IsOfAnotherPost(element))
        .Where(element => element.Closest("footer") is not { } footer || footer.Closest("article, main") is not null)
        .Select(element => string.Join(" | ", BlockReader.ReadPlaced(element, MaxBox).Select(block => block.Text).Where(text => !DisplayText.EndsAsSentence(text) || text.Length < ShortestSentence)))
        .Where(text => text.Length is > 0 and < MaxByline)
        .Take(3);

    private static bool IsOfAnotherPost(IElement element)
    {
        for (var box = element; box is not null and not IHtmlBodyElement; box = box.ParentElement)
        {
            if (OtherPostClassNames.NamesOtherPosts(box))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"^\W*(?:(?:written |posted |story |text )?by|author(?:\(s\)|s)?|autor(?:in|en|es|a)?|auteur(?:\(s\)|e|s)?|verfasst von|geschrieben von|von|par|écrit par|por|escrito por|scritto da|автор|текст)\s*:?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(
        @"^\W*(?<dated>(?:\p{L}+[.,]?\s+){0,4}\d[^|]{0,40}?[\s,·•–—-]+)?(?:(?<sure>(?:written|posted|published|story|words|text|submitted) by|autor(?:in|en|es|a)?|authors?|auteure?s?|redaktion|автор|авторка|texto|text)\s*:?|by|von|vom|par|por|di|текст)\s*:?\s+(?<names>\p{Lu}[^\d|•·/]{2,80}?)(?=\s*(?:$|[\d|•·/(]|\b(?:am|on|le|el|il|at|um|veröffentlicht|published|updated)\b))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Byline();
}
