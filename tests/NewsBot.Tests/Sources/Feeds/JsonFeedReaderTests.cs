using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Sources.Feeds;

public sealed class JsonFeedReaderTests
{
    private static readonly Uri Address = new("https://news.example/feed.json");

    [Fact]
    public void A_feed_is_read_in_all_its_fields()
    {
        var feed = Read("""
            {
              "version": "https://jsonfeed.org/version/1.1",
              "title": "Daily &amp; Test", "home_page_url": "https://news.example/", "feed_url": "https://news.example/feed.json",
              "description": "News of the world", "language": "en-GB",
              "items": [
                { "id": 7, "url": "/world/7", "title": "Seven", "content_html": "<p>First.</p><p>Second.</p>", "summary": "Short.",
                  "date_published": "2026-11-02T09:00:00Z", "date_modified": "2026-11-02T10:00:00+01:00",
                  "authors": [{ "name": "Ann Author" }, { "name": "Bo Writer" }], "tags": ["NATO", "Europe"] },
                { "id": "8", "external_url": "https://other.example/8", "content_text": "One < two.", "author": { "name": "Cy Coder" } },
              ]
            }
            """);

        Assert.Equal(("Daily & Test", "https://news.example/", "News of the world", "en-GB"), (feed.Title, feed.Link, feed.Description, feed.Language));
        Assert.Empty(feed.Warnings);
        Assert.Equal(2, feed.Entries.Count);
        var entry = feed.Entries[0];
        Assert.Equal(("7", "Seven", "https://news.example/world/7"), (entry.Id, entry.Title, entry.Link));
        Assert.Equal((new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero), entry.Published), (entry.Updated, entry.Published));
        Assert.Equal(["Ann Author", "Bo Writer"], entry.Authors);
        Assert.Equal(("Short.", "First.\n\nSecond."), (entry.Summary, entry.Content));
        Assert.Equal(["NATO", "Europe"], entry.Tags);
        Assert.Equal(("https://other.example/8", "One < two."), (feed.Entries[1].Link, feed.Entries[1].Content));
        Assert.Equal(["Cy Coder"], feed.Entries[1].Authors);
    }

    [Fact]
    public void Of_a_feed_that_breaks_off_what_came_before_is_read_with_a_warning()
    {
        var feed = Read("""{"version":"https://jsonfeed.org/version/1","title":"T","items":[{"id":"1","title":"One"},{"id":"2","tit""");

        Assert.Equal("One", Assert.Single(feed.Entries).Title);
        Assert.StartsWith("broken-json: ", Assert.Single(feed.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"package","items":3}""")]
    [InlineData("""{"version":"1.0"}""")]
    [InlineData("{")]
    public void Other_json_is_no_feed(string json)
    {
        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(json), "application/json", Address);

        Assert.Equal("The address answered JSON that is not a JSON Feed.", Assert.IsType<FeedReadResult.NotAFeed>(reading).Why);
    }

    [Fact]
    public void Members_of_a_wrong_kind_are_as_good_as_missing()
    {
        var feed = Read("""{"version":"https://jsonfeed.org/version/1","title":[],"items":[{"id":{},"title":5,"tags":"x","authors":"y"},"z",null]}""");

        Assert.Equal((null, "5"), (Assert.Single(feed.Entries).Id, feed.Entries[0].Title));
    }

    private static Feed Read(string json) =>
        Assert.IsType<FeedReadResult.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(json), "application/feed+json", Address)).Feed;
}
