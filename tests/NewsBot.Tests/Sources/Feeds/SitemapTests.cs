using System.IO.Compression;
using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Sources.Feeds;

public sealed class SitemapTests
{
    private const string News = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
          <url>
            <loc>https://news.example/1</loc>
            <news:news>
              <news:publication><news:name>The Example</news:name><news:language>en</news:language></news:publication>
              <news:publication_date>2026-11-02T09:00:00Z</news:publication_date>
              <news:title>Bridges &amp; roads</news:title>
              <news:keywords>NATO, Europe</news:keywords>
            </news:news>
          </url>
          <url><loc>https://news.example/about</loc></url>
        </urlset>
        """;

    private static readonly Uri Address = new("https://news.example/sitemap.xml");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_news_sitemap_packed_or_not_is_a_feed_of_its_articles(bool packed)
    {
        var bytes = Encoding.UTF8.GetBytes(News);

        var feed = Assert.IsType<FeedReadResult.Read>(FeedReader.Read(packed ? Packed(bytes) : bytes, "application/xml", Address)).Feed;

        Assert.Equal(("The Example", "en"), (feed.Title, feed.Language));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("https://news.example/1", "Bridges & roads", "https://news.example/1"), (entry.Id, entry.Title, entry.Link));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), entry.Published);
        Assert.Equal(["NATO", "Europe"], entry.Tags);
    }

    [Fact]
    public void A_sitemap_without_news_is_no_feed()
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes("<urlset><url><loc>https://news.example/about</loc></url></urlset>"), null, Address);

        Assert.Contains("sitemap", Assert.IsType<FeedReadResult.NotAFeed>(reading).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_an_index_the_sitemaps_called_news_come_first_then_the_latest()
    {
        var reading = FeedReader.Read(
            Encoding.UTF8.GetBytes("""
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                  <sitemap><loc>https://news.example/2025.xml</loc><lastmod>2025-12-31</lastmod></sitemap>
                  <sitemap><loc>https://news.example/2026.xml</loc><lastmod>2026-11-02</lastmod></sitemap>
                  <sitemap><loc>/news.xml.gz</loc></sitemap>
                </sitemapindex>
                """),
            null,
            new Uri("https://site.example/sitemap.xml"));

        Assert.Equal(
            ["https://news.example/2026.xml", "https://news.example/2025.xml"],
            Assert.IsType<FeedReadResult.Index>(reading).Sitemaps.Where(address => address.Host == "news.example").Select(address => address.AbsoluteUri));
    }

    [Fact]
    public void A_packed_file_that_grows_without_end_is_given_up()
    {
        var reading = FeedReader.Read(Packed(new byte[100 * 1024 * 1024]), null, Address);

        Assert.Contains("too large", Assert.IsType<FeedReadResult.NotAFeed>(reading).Why, StringComparison.Ordinal);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
