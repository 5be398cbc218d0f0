using System.Text;
using NewsBot.Sources.Opml;

namespace NewsBot.Tests.Sources.Opml;

public sealed class OpmlWriterTests
{
    [Fact]
    public void What_is_written_is_read_again_whatever_the_titles_hold()
    {
        OpmlFeed[] feeds =
        [
            new("https://news.example/feed?a=1&b=2", "Fish & \"Chips\" <b>"),
            new("https://news.example/uk", "Українська правда 🙂"),
            new("https://news.example/odd", "bell\u0007, null\0 and \uFFFF"),
            new("https://news.example/none", null),
        ];

        var list = OpmlReader.Read(Encoding.UTF8.GetBytes(OpmlWriter.Write(feeds)));

        Assert.Equal(feeds.Select(feed => feed.Address), list.Feeds.Select(feed => feed.Address));
        Assert.Equal(["Fish & \"Chips\" <b>", "Українська правда 🙂", "bell, null and ", "https://news.example/none"], list.Feeds.Select(feed => feed.Title));
        Assert.Empty(list.Unusable);
    }
}
