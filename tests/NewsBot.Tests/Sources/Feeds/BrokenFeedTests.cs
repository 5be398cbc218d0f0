using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Sources.Feeds;

public sealed class BrokenFeedTests
{
    [Fact]
    public void A_feed_that_breaks_off_gives_the_entries_before_and_a_warning()
    {
        var whole = Some.Rss(Some.Item(1), Some.Item(2), Some.Item(3));

        var feed = Read(whole[..whole.IndexOf("Text of story 3", StringComparison.Ordinal)]);

        Assert.Equal(["story-1", "story-2"], feed.Entries.Select(entry => entry.Id));
        Assert.Contains("broken at line 1", Assert.Single(feed.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void No_cut_of_a_feed_makes_it_throw_or_invent_entries()
    {
        var whole = Encoding.UTF8.GetBytes("\uFEFF<?xml version='1.0' encoding='utf-8'?>" + Some.Rss(Some.Item(1), "<item><title><![CDATA[ö & <b>]]></title></item>"));

        for (var length = 0; length < whole.Length; length++)
        {
            if (FeedReader.Read(whole.AsMemory(0, length), null, null) is FeedReadResult.Read { Feed: var feed })
            {
                Assert.InRange(feed.Entries.Count, 0, 2);
                Assert.NotEmpty(feed.Warnings);
            }
        }
    }

    [Theory]
    [InlineData("a&nbsp;b &hellip; &Eacute;", "a b … É")]
    [InlineData("R&D &unknown; & more", "R&D &unknown; & more")]
    [InlineData("bell\u0007 and &#0;&#x1F; null", "bell and null")]
    [InlineData("&#146;tis", "’tis")]
    [InlineData("&lt;b&gt;bold&lt;/b&gt;", "bold")]
    [InlineData("&#60;b&#62;bold&#60;/b&#62;", "bold")]
    public void Characters_that_XML_does_not_know_are_read(string title, string expected) =>
        Assert.Equal(expected, Read($"<rss><channel><item><title>{title}</title></item></channel></rss>").Entries.Single().Title);

    [Fact]
    public void An_ampersand_within_CDATA_stays_one()
    {
        var feed = Read("<rss><channel><item><link><![CDATA[https://news.example/?a=1&b=2]]></link></item></channel></rss>");

        Assert.Equal("https://news.example/?a=1&b=2", feed.Entries.Single().Link);
        Assert.Empty(feed.Warnings);
    }

    [Theory]
    [InlineData("\n\n  <?xml version='1.0'?><rss><channel><title>ok</title></channel></rss>", 0)]
    [InlineData("Warning: something on line 1 <?xml version='1.0'?><rss><channel><title>ok</title></channel></rss>", 1)]
    [InlineData("<!-- made by hand --><?xml version='1.0'?><rss><channel><title>ok</title></channel></rss>", 1)]
    [InlineData("<!-- made by hand --><rss><channel><title>ok</title></channel></rss>", 0)]
    [InlineData("<!DOCTYPE rss PUBLIC '-//Netscape Communications//DTD RSS 0.91//EN' 'http://my.netscape.com/x.dtd'><rss version='0.91'><channel><title>ok</title></channel></rss>", 0)]
    [InlineData("<rss><channel><dc:creator>x</dc:creator><title>ok</title></channel></rss>", 0)]
    [InlineData("<rss><channel><odd:thing odd:way='1'/><title>ok</title></channel></rss>", 0)]
    public void What_surrounds_a_feed_does_not_keep_it_from_being_read(string xml, int warnings)
    {
        var feed = Read(xml);

        Assert.Equal("ok", feed.Title);
        Assert.Equal(warnings, feed.Warnings.Count);
    }

    [Fact]
    public void Entities_that_a_feed_declares_itself_are_text_and_those_of_files_are_not_read()
    {
        var feed = Read("<!DOCTYPE rss [<!ENTITY a 'lol'><!ENTITY b SYSTEM 'file:///etc/passwd'><!ENTITY c '<b>&#233;</b>'>]><rss><channel><title>x &a; &b; &c;</title></channel></rss>");

        Assert.Equal("x lol &b; é", feed.Title);
    }

    [Fact]
    public void Entities_that_refer_to_each_other_are_not_expanded()
    {
        var feed = Read("<!DOCTYPE rss [<!ENTITY a 'lol'><!ENTITY b '&a;&a;'>]><rss><channel><title>&b;</title></channel></rss>");

        Assert.Equal("&b;", feed.Title);
    }

    [Theory]
    [InlineData("<rss><channel><item><title>one</title><link>https://news.example/1</item><item><title>two</title></item></channel></rss>", "one two")]
    [InlineData("<rss><channel><title>Left open<link>https://news.example/</link><item><title>one</title></item><item><title>two</title></item></channel></rss>", "one two")]
    [InlineData("<rss><channel><item><title>one</title></b></item><item><title>two</titel></item></channel></rss>", "one two")]
    [InlineData("<rss><channel><item><title>one</title><item><title>two</title></item></channel></rss>", "one two")]
    [InlineData("<rss version=2.0><channel><item><title>one</title></item><item odd odd><title>two</title></item></channel></rss>", "one two")]
    [InlineData("<RSS><Channel><ITEM><Title>one</Title></ITEM><item><TITLE>two</TITLE></item></Channel></RSS>", "one two")]
    [InlineData("<br />\n<b>Notice</b>: Undefined index in <b>/feed.php</b><br />\n<?xml version='1.0'?><rss><channel><item><title>one</title></item></channel></rss>", "one")]
    [InlineData("<html><body><feed xmlns='http://www.w3.org/2005/Atom'><entry><title>one</title></entry></feed></body></html>", "one")]
    [InlineData("<rss><channel><item><title>5 < 6 & 7 > 6</title></item></channel></rss>", "5 < 6 & 7 > 6")]
    [InlineData("<rss><channel><item><title a='&#39;' b=\"&quot;&#34;\">one</title></item></channel></rss>", "one")]
    [InlineData("<rss><channel><!-- a -- b --><item><title>one</title></item></channel></rss>", "one")]
    public void Tags_that_do_not_match_are_read_as_a_browser_would(string xml, string titles) =>
        Assert.Equal(titles, string.Join(' ', Read(xml).Entries.Select(entry => entry.Title)));

    [Fact]
    public void A_tag_of_hundreds_of_thousands_of_attributes_is_given_up_however_it_is_written()
    {
        var tag = string.Concat(Enumerable.Range(0, 480_000).Select(number => $" a{number}='>'"));

        var feed = Read($"<rss><channel><title>ok</title>{Some.Item(1)}<item{tag}><title>x</title></item></channel></rss>");

        Assert.Equal(("ok", 1), (feed.Title, feed.Entries.Count));
    }

    [Fact]
    public void A_feed_nested_without_end_is_given_up()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));

        var feed = Read($"<rss><channel><title>ok</title>{Some.Item(1)}<item>{deep}");

        Assert.Equal(("ok", 1), (feed.Title, feed.Entries.Count));
        Assert.Single(feed.Warnings);
    }

    [Fact]
    public void A_feed_without_end_is_cut()
    {
        var feed = Read(Some.Rss([.. Enumerable.Range(0, 6_000).Select(number => Some.Item(number))]));

        Assert.Equal(5_000, feed.Entries.Count);
        Assert.Contains("more than 5000 entries", Assert.Single(feed.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!doctype html><html><head><title>Sign in</title></head></html>", "a web page, not a feed")]
    [InlineData("\n<HTML><body><p>unclosed", "a web page, not a feed")]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'></html>", "a web page, not a feed")]
    [InlineData("", "nothing at all")]
    [InlineData("  \n", "nothing at all")]
    [InlineData("{\"version\":1}", "JSON")]
    [InlineData("just words", "something that is not a feed")]
    [InlineData("<sitemap/>", "something that is not a feed")]
    [InlineData("<<<", "something that is not a feed")]
    public void What_is_no_feed_is_named(string body, string why) =>
        Assert.Contains(why, Assert.IsType<FeedReadResult.NotAFeed>(FeedReader.Read(Encoding.UTF8.GetBytes(body), "application/rss+xml", null)).Why, StringComparison.Ordinal);

    private static Feed Read(string xml) => Assert.IsType<FeedReadResult.Read>(FeedReader.Read(Encoding.UTF8.GetBytes(xml), null, null)).Feed;
}
