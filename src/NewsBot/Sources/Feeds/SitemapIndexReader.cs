namespace NewsBot.Sources.Feeds;

/// <summary>Sitemap indexes (sitemaps.org/protocol.html): the sitemaps of a site.</summary>
internal static class SitemapIndexReader
{
    /// <summary>The sitemaps that are likeliest to tell today's news: those called so first, then those changed last.</summary>
    public static IReadOnlyList<Uri> Read(FeedDocument document, FeedWarnings warnings) =>
    [
        .. document.Entries("sitemap")
            .Select(sitemap => (Address: FeedFields.Address(FeedFields.Verbatim(sitemap.First("loc")), sitemap.BaseAddress), Changed: FeedFields.Date(sitemap, warnings, "lastmod")))
            .Where(sitemap => sitemap.Address is not null)
            .OrderByDescending(sitemap => sitemap.Address!.Contains("news", StringComparison.OrdinalIgnoreCase))
            .ThenByDescending(sitemap => sitemap.Changed)
            .Select(sitemap => new Uri(sitemap.Address!)),
    ];
}
