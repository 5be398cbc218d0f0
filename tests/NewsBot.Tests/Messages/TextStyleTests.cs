using NewsBot.Messages;

namespace NewsBot.Tests.Messages;

public sealed class TextStyleTests
{
    [Fact]
    public void What_stands_before_the_text_is_left_out_and_the_styles_keep_their_places()
    {
        const string Text = "/broadcast 👨‍👩‍👧 very 😀 new";
        var start = "/broadcast ".Length;
        var bold = Text.IndexOf("very", StringComparison.Ordinal);
        var italic = Text.IndexOf("😀", StringComparison.Ordinal);
        Assert.Equal(
            [new Span("👨‍👩‍👧 "), new("very ", SpanStyle.Bold), new("😀", SpanStyle.Bold | SpanStyle.Italic), new(" new")],
            TextStyle.Spans(Text, [new TextStyle(bold, italic + 2 - bold, SpanStyle.Bold), new(italic, 2, SpanStyle.Italic)], start));
    }

    [Fact]
    public void A_style_that_begins_before_the_text_goes_on_in_it() => Assert.Equal(
        [new Span("all", SpanStyle.Bold)],
        TextStyle.Spans("/broadcast all", [new TextStyle(0, 14, SpanStyle.Bold), new(0, 10, SpanStyle.Italic)], 11));

    [Fact]
    public void A_link_keeps_its_address_and_its_style() => Assert.Equal(
        [new Span("read ", SpanStyle.Quote), new("this", SpanStyle.Quote | SpanStyle.Underline, "https://news.example/")],
        TextStyle.Spans("read this", [new TextStyle(0, 9, SpanStyle.Quote), new(5, 4, SpanStyle.Underline), new(5, 4, SpanStyle.Plain, "https://news.example/")], 0));

    [Fact]
    public void A_style_that_reaches_out_of_the_text_harms_nothing() =>
        Assert.Equal("abc", string.Concat(TextStyle.Spans("abc", [new TextStyle(1, 99, SpanStyle.Bold), new(-5, 2, SpanStyle.Italic)], 0).Select(span => span.Text)));
}
