using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Articles.Pages;

/// <summary>Who wrote the page: JSON-LD, else meta elements, else marked links, else what is named a byline near the headline.</summary>
internal static class Bylines
{
    private const int LongestByline = 150;

    public static IReadOnlyList<string> Of(IHtmlDocument document, Surroundings around, MetaTags meta, JsonLdArticle? article, string? site)
    {
        IEnumerable<IEnumerable<string>> trusted =
        [
            article?.Authors ?? [],
            meta.All("author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "dcterms.creator"),
            Texts(document, "[itemprop='author'] [itemprop='name'], [itemprop='author'], [rel~='author']"),
            .. Texts(document, "[class*='byline' i], [class*='author' i], [class*='autor' i], address").Select(text => (IEnumerable<string>)[text]),
        ];
        return trusted
            .Select(bylines => AuthorNames.Of(bylines).Where(name => !IsSite(name, site)).ToList())
            .FirstOrDefault(names => names.Count > 0) ?? [];
    }

    private static bool IsSite(string name, string? site) => string.Equals(name, site, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Texts(IHtmlDocument document, string selector) => document.QuerySelectorAll(selector)
        .Take(50)
        .Where(element => element.Closest("aside, nav, footer, [class*='related' i], [class*='recent' i], [class*='comment' i]") is null)
        .Select(element => string.Join(" | ", BlockReader.Read(element).Select(block => block.Text)))
        .Where(text => text.Length is > 0 and < LongestByline)
        .Take(3);
}
