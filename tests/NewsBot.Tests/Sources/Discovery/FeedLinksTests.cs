using System.Text;
using NewsBot.Sources.Discovery;

namespace NewsBot.Tests.Sources.Discovery;

public sealed class FeedLinksTests
{
    private static readonly Uri Address = new("https://news.example/");

    [Theory]
    [InlineData("<!---->")]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<a href=feed>")]
    public void A_page_made_to_keep_the_parser_busy_names_no_feeds(string piece)
    {
        var page = string.Concat(Enumerable.Repeat(piece, 5 * 1024 * 1024 / piece.Length));

        Assert.Empty(FeedLinks.In(Encoding.UTF8.GetBytes($"<html><body>{page}"), Address));
    }

    [Fact]
    public void A_link_is_read_as_UTF_8_and_against_the_base_of_its_page()
    {
        const string page = "<head><base href=\"/de/\"><link rel=alternate type=application/rss+xml href=\"übersicht.xml\"></head>";

        Assert.Equal("https://news.example/de/%C3%BCbersicht.xml", Assert.Single(FeedLinks.In(Encoding.UTF8.GetBytes(page), Address)).AbsoluteUri);
    }
}
