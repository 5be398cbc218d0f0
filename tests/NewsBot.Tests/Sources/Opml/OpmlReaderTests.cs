using System.Text;
using NewsBot.Sources;
using NewsBot.Sources.Opml;

namespace NewsBot.Tests.Sources.Opml;

public sealed class OpmlReaderTests
{
    [Fact]
    public void Feeds_are_found_however_they_are_grouped()
    {
        var feeds = Read("""
            <?xml version="1.0"?>
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="One" xmlUrl="https://one.example/feed"/>
              <outline text="Group"><outline text="Sub"><outline title="R&D" text="x" xmlUrl="https://two.example/feed?a=1&amp;b=2" type="rss"/></outline></outline>
              <outline text="Again" xmlUrl="https://one.example/feed"/>
              <outline text="Not the web" xmlUrl="file:///etc/passwd"/>
              <outline text="No feed" htmlUrl="https://three.example/"/>
            </body></opml>
            """);

        Assert.Equal([("https://one.example/feed", "One"), ("https://two.example/feed?a=1&b=2", "R&D")], feeds.Select(feed => (feed.Address, feed.Title)));
    }

    [Theory]
    [InlineData("<opml><body><outline xmlUrl='https://one.example/'/><outline xmlUrl='https://two", 1)]
    [InlineData("<html><body>Sign in</body></html>", 0)]
    [InlineData("nothing", 0)]
    [InlineData("", 0)]
    public void What_is_broken_gives_what_came_before(string file, int feeds) => Assert.Equal(feeds, Read(file).Count);

    [Fact]
    public void The_starter_list_is_about_twenty_feeds_of_the_web()
    {
        var feeds = OpmlReader.Read(File.ReadAllBytes(SourceSeeder.StarterFile)).Feeds;

        Assert.InRange(feeds.Count, 15, 60);
        Assert.All(feeds, feed => Assert.NotNull(feed.Title));
    }

    private static IReadOnlyList<OpmlFeed> Read(string file) => OpmlReader.Read(Encoding.UTF8.GetBytes(file)).Feeds;
}
