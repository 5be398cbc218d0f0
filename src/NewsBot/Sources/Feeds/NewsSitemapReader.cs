namespace NewsBot.Sources.Feeds;

/// <summary>
/// News sitemaps (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap): the articles of the last two days with title and date.
/// A sitemap that only lists pages says nothing of what is news, and is no feed.
/// </summary>
internal static class NewsSitemapReader
{
    /// <returns>Null for a sitemap without news.</returns>
    public static Feed? Read(FeedDocument document, FeedWarnings warnings)
    {
        var pages = document.Entries("url").Where(page => page.First("news:news") is not null).ToList();
        if (pages.Count == 0)
        {
            return null;
        }

        var publication = pages[0].First("news:news")?.First("news:publication");
        return new Feed(
            FeedFields.Line(publication?.First("news:name")),
            Link: null,
            Id: null,
            Description: null,
            FeedFields.Verbatim(publication?.First("news:language")),
            Updated: null,
            Pace: null,
            [.. pages.Select(page => ReadEntry(page, warnings))],
            warnings.All);
    }

    private static FeedEntry ReadEntry(FeedElement page, FeedWarnings warnings)
    {
        var news = page.First("news:news")!;
        var location = page.First("loc");
        return new FeedEntry(
            FeedFields.Verbatim(location),
            FeedFields.Line(news.First("news:title")),
            FeedFields.Address(FeedFields.Verbatim(location), location?.BaseAddress),
            FeedFields.Date(news, warnings, "news:publication_date"),
            FeedFields.Date(page, warnings, "lastmod"),
            Authors: [],
            Summary: "",
            Content: "",
            FeedFields.Names(FeedFields.Verbatim(news.First("news:keywords"))?.Split(',') ?? []));
    }
}
