using AngleSharp.Html.Parser;
using NewsBot.BotApi.Rendering;
using NewsBot.Messages;

namespace NewsBot.Tests.BotApi.Rendering;

public sealed class HtmlRendererTests
{
    [Fact]
    public void Styles_and_links_become_markup() => Assert.Equal(
        "<b>NATO</b> meets <i>today</i>, <code>x</code> <a href=\"https://news.example/a?b=1&amp;c=2\">more</a>",
        HtmlRenderer.Html(new MessageBuilder().Bold("NATO").Text(" meets ").Italic("today").Text(", ").Code("x").Text(" ")
            .Link("more", "https://news.example/a?b=1&c=2").Build()));

    [Fact]
    public void Styles_add_up_and_a_quotation_is_one_block_whatever_stands_in_it() => Assert.Equal(
        "<blockquote>a <b><i>b</i></b><a href=\"https://e.example/\"><u>c</u></a></blockquote>\n<tg-spoiler>d</tg-spoiler><s>e</s><pre>f</pre>",
        HtmlRenderer.Html(new Message(
            [
                new("a ", SpanStyle.Quote), new("b", SpanStyle.Quote | SpanStyle.Bold | SpanStyle.Italic), new("c", SpanStyle.Quote | SpanStyle.Underline, "https://e.example"),
                new("\n"), new("d", SpanStyle.Spoiler), new("e", SpanStyle.Strikethrough), new("f", SpanStyle.CodeBlock | SpanStyle.Bold),
            ],
            [])));

    [Theory]
    [InlineData("</b><a href=\"tg://user?id=1\">x</a>", "&lt;/b&gt;&lt;a href=&quot;tg://user?id=1&quot;&gt;x&lt;/a&gt;")]
    [InlineData("AT&T <3", "AT&amp;T &lt;3")]
    [InlineData("&lt;b&gt;", "&amp;lt;b&amp;gt;")]
    public void Text_never_becomes_markup(string text, string expected)
    {
        Assert.Equal(expected, HtmlRenderer.Html(MessageBuilder.Plain(text)));
        Assert.Equal($"<b>{expected}</b>", HtmlRenderer.Html(new MessageBuilder().Bold(text).Build()));
    }

    [Theory]
    [InlineData("tg://user?id=1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://files.example/")]
    [InlineData("/relative")]
    [InlineData("not an address")]
    [InlineData("https://bank.example@evil.example/")]
    [InlineData("")]
    public void Other_addresses_than_of_the_web_become_plain_text(string address) =>
        Assert.Equal("read", HtmlRenderer.Html(new MessageBuilder().Link("read", address).Build()));

    [Fact]
    public void A_link_cannot_leave_its_attribute()
    {
        var html = HtmlRenderer.Html(new MessageBuilder().Link("x", "https://e.example/\"><b>&'").Build());
        var link = new HtmlParser().ParseDocument(html).Body!.Children.Single();
        Assert.Equal("x", link.TextContent);
        Assert.Equal(["href"], link.Attributes.Select(attribute => attribute.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u200B\u2060\uFEFF\u202E")]
    [InlineData("\u3164\u2800")]
    public void A_text_with_nothing_to_see_gets_something_to_see(string text)
    {
        Assert.Equal("…", HtmlRenderer.Html(new MessageBuilder().Bold(text).Build()));
        Assert.Equal("…", HtmlRenderer.PlainText(MessageBuilder.Plain(text)));
        Assert.Equal("…", HtmlRenderer.Html(new MessageBuilder().Build()));
    }

    [Fact]
    public void A_text_at_the_limit_is_whole_and_one_above_is_cut()
    {
        Assert.Equal(new string('a', 4096), HtmlRenderer.Html(MessageBuilder.Plain(new string('a', 4096))));
        Assert.Equal(new string('a', 4095) + "…", HtmlRenderer.Html(MessageBuilder.Plain(new string('a', 4097))));
    }

    [Fact]
    public void Code_points_are_counted_and_not_surrogates()
    {
        var faces = string.Concat(Enumerable.Repeat("😀", 4096));
        Assert.Equal(faces, HtmlRenderer.Html(MessageBuilder.Plain(faces)));
    }

    [Fact]
    public void The_cut_stands_outside_the_markup_and_ends_the_message() => Assert.Equal(
        $"head<b>{new string('b', 4091)}</b>…",
        HtmlRenderer.Html(new MessageBuilder().Text("head").Bold(new string('b', 10_000)).Text("tail").Build()));

    [Fact]
    public void A_family_is_never_torn_apart()
    {
        const string Family = "👨‍👩‍👧‍👦";
        var html = HtmlRenderer.Html(MessageBuilder.Plain(string.Concat(Enumerable.Repeat(Family, 1000))));
        Assert.EndsWith(Family + "…", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hundred_and_first_style_is_dropped_and_its_text_stays()
    {
        var message = new MessageBuilder();
        for (var i = 0; i < 150; i++)
        {
            message.Bold($"{i};");
        }

        var html = HtmlRenderer.Html(message.Build());
        Assert.Equal(100, html.Split("<b>").Length - 1);
        Assert.EndsWith("149;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_behind_code_stays_a_link() => Assert.Equal(
        "<a href=\"https://e.example/\">x</a>",
        HtmlRenderer.Html(new Message([new Span("x", SpanStyle.Code, "https://e.example")], [])));

    [Fact]
    public void Without_markup_a_link_stands_behind_its_text() => Assert.Equal(
        "<NATO> more (https://news.example/a)",
        HtmlRenderer.PlainText(new MessageBuilder().Bold("<NATO> ").Link("more", "https://news.example/a").Build()));
}
