using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;
using NewsBot.Articles.Metadata;
using NewsBot.Articles.RelatedPosts;

namespace NewsBot.Articles;

/// <summary>Reads an HTML page: what it says of itself first, then its lists of other posts, then the body.</summary>
internal static class HtmlPageReader
{
    /// <summary>Fewer characters of body than this make one wonder whether the page is an article.</summary>
    private const int ShortBody = 200;

    public static PageContent Read(IHtmlDocument document, Uri? address, DateTimeOffset now)
    {
        var meta = new MetaTags(document);
        var article = JsonLdArticle.Find(document);
        var site = meta.First("og:site_name", "application-name") ?? article?.Publisher;
        var blocks = document.Body is null ? [] : BlockReader.ReadPlaced(document.Body);
        var (related, boxes) = RelatedPostsReader.Read(document, address);
        var prose = ProseExtractor.Extract(blocks, boxes, article?.Body);
        var headline = Headline.Of(document, meta, article, site, address, blocks, prose);
        var title = headline.Text;
        var around = HeadlineContext.Of(blocks, headline.Element, prose, boxes);
        var authors = Bylines.Of(document, around, meta, article, site, address);
        var published = PageDates.Of(document, headline.Element, around, meta, article, address, now);
        var tags = PageTags.Of(document, headline, meta, article);
        var canonical = Canonical(document, meta, address);
        var declared = PageLanguage.Declared(document.DocumentElement.GetAttribute("lang"))
            ?? PageLanguage.Declared(article?.Language)
            ?? PageLanguage.Declared(meta.First("content-language", "language", "og:locale"));

        // From here on the document is taken apart.
        var body = PageBody.Of(BodyExtractor.Choose(prose, document, boxes, address, article?.Body), title);
        var description = meta.First("og:description", "description", "twitter:description") ?? article?.Description;
        return new PageContent(
            canonical,
            title,
            authors.Count > 0 ? authors : [.. new[] { body.Author }.OfType<string>()],
            published,
            declared ?? PageLanguage.Guess(body.Text),
            site,
            tags,
            body.Lede ?? description,
            body.Text,
            body.Subheads,
            related,
            [.. Warnings(title, body)]);
    }

    private static string? Canonical(IHtmlDocument document, MetaTags meta, Uri? address)
    {
        var stated = document.QuerySelector("link[rel='canonical' i][href]")?.GetAttribute("href") ?? meta.First("og:url");
        var isAddress = address is null ? Uri.TryCreate(stated, UriKind.Absolute, out var canonical) : Uri.TryCreate(address, stated, out canonical);
        return stated is not null && isAddress && canonical is { Scheme: "http" or "https" } ? canonical.AbsoluteUri : null;
    }

    private static IEnumerable<string> Warnings(string title, PageBody body)
    {
        if (title.Length == 0)
        {
            yield return "The page has no headline.";
        }

        if (body.Blocks.Count == 0)
        {
            yield return "The page has no text that reads as an article.";
        }
        else if (body.Text.Length < ShortBody)
        {
            yield return "The page has very little text.";
        }
    }
}
