using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Sources.Feeds;

public sealed class RssReaderTests
{
    private static readonly Uri Address = new("https://news.example/feeds/world.xml");

    [Fact]
    public void A_feed_is_read_in_all_its_fields()
    {
        var feed = Read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">
              <channel>
                <title>Daily &amp; Test</title>
                <atom:link href="https://news.example/feeds/world.xml" rel="self"/>
                <link>https://news.example/</link>
                <description>News of &lt;b&gt;the&lt;/b&gt; world</description>
                <language>en-gb</language>
                <lastBuildDate>Mon, 02 Nov 2026 10:00:00 GMT</lastBuildDate>
                <ttl>60</ttl>
                <image><title>Logo</title><link>https://news.example/logo</link></image>
                <item>
                  <title>Talks &amp;amp; more</title>
                  <link>/world/1?a=1&amp;b=2</link>
                  <guid isPermaLink="false">n-1</guid>
                  <pubDate>Mon, 02 Nov 2026 09:00:00 GMT</pubDate>
                  <dc:creator>Ann Author</dc:creator><dc:creator>Bo Writer</dc:creator>
                  <description><![CDATA[<p>Short&nbsp;text.</p>]]></description>
                  <content:encoded><![CDATA[<p>First.</p><p>Second.</p>]]></content:encoded>
                  <category>NATO</category><category domain="x">Europe</category><category>NATO</category>
                </item>
              </channel>
            </rss>
            """);

        Assert.Equal(("Daily & Test", "https://news.example/", "News of the world", "en-gb"), (feed.Title, feed.Link, feed.Description, feed.Language));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero), feed.Updated);
        Assert.Equal(TimeSpan.FromHours(1), feed.Pace);
        Assert.Empty(feed.Warnings);
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("n-1", "Talks & more", "https://news.example/world/1?a=1&b=2"), (entry.Id, entry.Title, entry.Link));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), entry.Published);
        Assert.Equal(["Ann Author", "Bo Writer"], entry.Authors);
        Assert.Equal(("Short text.", "First.\n\nSecond."), (entry.Summary, entry.Content));
        Assert.Equal(["NATO", "Europe"], entry.Tags);
    }

    [Fact]
    public void An_RDF_feed_has_its_items_beside_the_channel()
    {
        var feed = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
              <channel rdf:about="https://news.example/"><title>RDF</title><link>https://news.example/</link>
                <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
              <item rdf:about="https://news.example/1"><title>One</title><link>https://news.example/1</link><dc:date>2026-11-02T10:00:00Z</dc:date></item>
              <item rdf:about="https://news.example/2"><title>Two</title><link>https://news.example/2</link></item>
            </rdf:RDF>
            """);

        Assert.Equal(("RDF", TimeSpan.FromHours(6)), (feed.Title, feed.Pace));
        Assert.Equal(["https://news.example/1", "https://news.example/2"], feed.Entries.Select(entry => entry.Id));
        Assert.NotNull(feed.Entries[0].Published);
    }

    [Theory]
    [InlineData("<guid>https://news.example/9</guid>", "https://news.example/9")]
    [InlineData("<guid isPermaLink='false'>https://news.example/9</guid>", null)]
    [InlineData("<guid>news-9</guid>", null)]
    [InlineData("<link>javascript:alert(1)</link>", null)]
    [InlineData("<link>//cdn.example/9</link>", "https://cdn.example/9")]
    [InlineData("<link xml:base='https://other.example/a/'>9.html</link>", "https://other.example/a/9.html")]
    [InlineData("<link/><guid isPermaLink='true'>http://news.example/9</guid>", "http://news.example/9")]
    public void A_link_is_an_address_of_the_web_or_nothing(string fields, string? expected) =>
        Assert.Equal(expected, Read($"<rss><channel><item><title>x</title>{fields}</item></channel></rss>").Entries.Single().Link);

    [Theory]
    [InlineData("ann@news.example (Ann Author)", "Ann Author")]
    [InlineData("Ann Author", "Ann Author")]
    [InlineData("ann@news.example", null)]
    public void An_author_is_a_name(string author, string? expected) =>
        Assert.Equal(expected, Read($"<rss><channel><item><author>{author}</author></item></channel></rss>").Entries.Single().Authors.SingleOrDefault());

    [Fact]
    public void A_date_that_cannot_be_read_is_a_warning()
    {
        var feed = Read("<rss><channel><item><title>x</title><pubDate>just now</pubDate></item></channel></rss>");

        Assert.Null(feed.Entries.Single().Published);
        Assert.Equal("bad-date: A date could not be read: just now.", Assert.Single(feed.Warnings));
    }

    private static Feed Read(string xml) =>
        Assert.IsType<FeedReadResult.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(xml), "application/rss+xml", Address)).Feed;
}
