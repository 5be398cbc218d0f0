using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Sources.Feeds;

public sealed class AtomReaderTests
{
    [Fact]
    public void A_feed_is_read_in_all_its_fields()
    {
        var feed = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://news.example/blog/">
              <title type="html">Tages&amp;shy;blatt &lt;em&gt;Test&lt;/em&gt;</title>
              <subtitle>Untertitel</subtitle>
              <id>urn:feed</id>
              <link rel="self" href="feed.xml"/><link href="./"/>
              <updated>2026-11-02T10:00:00Z</updated>
              <entry>
                <id>urn:1</id>
                <title>Mehr als 2 &lt; 3</title>
                <link rel="enclosure" href="a.mp3"/><link rel="alternate" type="text/html" href="1.html"/>
                <published>2026-11-02T08:00:00+01:00</published><updated>2026-11-02T09:00:00Z</updated>
                <author><name>Anna</name><email>anna@news.example</email></author><author><name>Bernd</name></author>
                <summary type="text">Kurz &lt;b&gt;</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p><p>Zwei &amp; drei.</p></div></content>
                <category term="nato" label="NATO"/><category term="eu"/>
              </entry>
            </feed>
            """);

        Assert.Equal(("Tages\u00ADblatt Test", "https://news.example/blog/", "urn:feed", "Untertitel", "de"), (feed.Title, feed.Link, feed.Id, feed.Description, feed.Language));
        var entry = Assert.Single(feed.Entries);
        Assert.Equal(("urn:1", "Mehr als 2 < 3", "https://news.example/blog/1.html"), (entry.Id, entry.Title, entry.Link));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 7, 0, 0, TimeSpan.Zero), entry.Published);
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), entry.Updated);
        Assert.Equal(["Anna", "Bernd"], entry.Authors);
        Assert.Equal(("Kurz <b>", "Eins.\n\nZwei & drei."), (entry.Summary, entry.Content));
        Assert.Equal(["NATO", "eu"], entry.Tags);
        Assert.Empty(feed.Warnings);
    }

    [Fact]
    public void An_old_feed_is_read_too()
    {
        var feed = Read("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#">
              <title mode="escaped" type="text/html">Old &amp;amp; good</title><tagline>Line</tagline><modified>2003-12-31T10:14:55Z</modified>
              <entry><title>One</title><issued>2003-12-31T10:14:55Z</issued><content type="text/html" mode="base64">PHA+SGVsbG88L3A+</content></entry>
            </feed>
            """);

        Assert.Equal(("Old & good", "Line"), (feed.Title, feed.Description));
        Assert.NotNull(feed.Updated);
        Assert.Equal("Hello", feed.Entries.Single().Content);
        Assert.NotNull(feed.Entries.Single().Published);
    }

    private static Feed Read(string xml) =>
        Assert.IsType<FeedReadResult.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(xml), "application/atom+xml", new Uri("https://news.example/feed"))).Feed;
}
