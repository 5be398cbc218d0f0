using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;
using NewsBot.Articles.Metadata;
using NewsBot.Articles.RelatedPosts;
using NewsBot.Articles.Walls;
using NewsBot.Text;

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
        var site = new Site(meta.First("og:site_name", "application-name") ?? article?.Publisher, address);
        var blocks = document.Body is null ? [] : BlockReader.ReadPlaced(document.Body);
        var (related, relatedBoxes) = RelatedPostsReader.Read(document, address);
        var prose = ProseExtractor.Extract(blocks, relatedBoxes, article?.Body, document.Title ?? "");
        var headline = Headline.Of(document, meta, article, site, blocks, prose);
        var context = HeadlineContext.Of(blocks, headline.Element, prose, relatedBoxes);
        var authors = Bylines.Of(document, headline, context, meta, article, site);
        var published = PageDates.Of(document, headline.Element, context, meta, article, address, now) ?? PageDates.Labelled(blocks, relatedBoxes, now);
        var content = new PageContent(
            Canonical(document, meta, address),
            headline.Text,
            authors,
            published,
            DeclaredLanguage(document, meta, article),
            site.Name,
            PageTags.Of(document, headline, meta, article),
            meta.First("og:description", "description", "twitter:description") ?? article?.Description,
            Text: "",
            Subheads: [],
            related,
            Warnings: []);

        // From here on the document is taken apart.
        var hasPasswordField = document.QuerySelector("input[type='password' i]") is not null;
        var body = PageBody.Of(BodyExtractor.Choose(prose, document, relatedBoxes, address, article?.Body), headline.Text);
        var wall = WallDetector.Detect([headline.Text, document.Title ?? ""], body.Text, hasPasswordField, article?.Headline is not null);
        return wall is { } found ? content with { Wall = found, Warnings = [found.ToWarning()] } : WithBody(content, body);
    }

    private static PageContent WithBody(PageContent content, PageBody body) => content with
    {
        Authors = content.Authors.Count > 0 || body.Author is null ? content.Authors : [body.Author],
        Language = Language(content.Language, body.Text),
        Lede = body.Lede ?? content.Lede,
        Text = body.Text,
        Subheads = body.Subheads,
        Warnings = [.. Warnings(content.Title, body)],
    };

    private static string? DeclaredLanguage(IHtmlDocument document, MetaTags meta, JsonLdArticle? article) =>
        LanguageTag.Parse(document.DocumentElement.GetAttribute("lang"))
        ?? LanguageTag.Parse(article?.Language)
        ?? LanguageTag.Parse(meta.First("content-language", "language", "og:locale"));

    /// <summary>Templates declare a language that the article is not in, so enough text counts for more.</summary>
    private static string? Language(string? declared, string text) =>
        LanguageDetector.Detect(text) is { } detected && (detected.IsCertain || declared is null) ? detected.Code : declared;

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
