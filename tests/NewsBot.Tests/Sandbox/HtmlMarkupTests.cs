using NewsBot.Sandbox.Markup;

namespace NewsBot.Tests.Sandbox;

public sealed class HtmlMarkupTests
{
    [Theory]
    [InlineData("<p>x</p>", "Unsupported start tag \"p\" at byte offset 0")]
    [InlineData("é<br/>", "Unsupported start tag \"br/\" at byte offset 2")]
    [InlineData("a<", "Unclosed start tag at byte offset 1")]
    [InlineData("<a href='x", "Unclosed start tag at byte offset 0")]
    [InlineData("<a href", "Unclosed start tag \"a\" at byte offset 0")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("<b>x</b x", "Unclosed end tag at byte offset 4")]
    [InlineData("<b>x</I>", "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"")]
    [InlineData("<b><i>x</i>", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("x<b />y</b>", "Empty attribute name in the tag \"b\" at byte offset 1")]
    [InlineData("<a href=http://example.com>x</a>", "Unexpected end of name token at byte offset 8")]
    [InlineData("<span class='x'>y</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<tg-emoji emoji-id='x'>y</tg-emoji>", "Invalid custom emoji identifier specified")]
    [InlineData("<tg-time unix='1' format='soon'>y</tg-time>", "Invalid date format used")]
    public void Broken_markup_is_refused_in_Telegrams_words(string html, string message) =>
        Assert.Equal(message, Assert.Throws<MarkupException>(() => HtmlMarkup.Parse(html)).Message);

    [Theory]
    [InlineData("&lt;b&gt; &amp; &quot;", "<b> & \"")]
    [InlineData("&#128512;&#x41", "😀A")]
    [InlineData("&nbsp;&copy;&apos;", "&nbsp;&copy;&apos;")]
    [InlineData("a & b", "a & b")]
    public void Four_names_and_numbers_are_references_and_the_rest_stays_literal(string html, string text) => Assert.Equal(text, HtmlMarkup.Parse(html).Text);

    [Theory]
    [InlineData("😀<B>x</b>", "bold 2+1")]
    [InlineData("<strong><em>x</em></strong>", "italic 0+1, bold 0+1")]
    [InlineData("<u>x</u><ins>y</>", "underline 0+1, underline 1+1")]
    [InlineData("<s>a</s><span class=\"tg-spoiler\">b</span>", "strikethrough 0+1, spoiler 1+1")]
    [InlineData("<blockquote expandable>x</blockquote><blockquote>y</blockquote>", "expandable_blockquote 0+1, blockquote 1+1")]
    [InlineData("<pre><code class=\"language-c\">x</code></pre>", "pre 0+1 c")]
    [InlineData("<code>x</code><pre>y</pre>", "code 0+1, pre 1+1")]
    [InlineData("<b></b>x", "")]
    public void Tags_become_entities_in_utf16_units(string html, string entities) =>
        Assert.Equal(entities, string.Join(", ", HtmlMarkup.Parse(html).Entities.Select(entity => $"{entity.Type} {entity.Offset}+{entity.Length} {entity.Language}".Trim())));

    [Theory]
    [InlineData("https://Example.COM/A b?c&amp;d#e", "https://example.com/A%20b?c&d#e")]
    [InlineData("example.com", "http://example.com/")]
    [InlineData("http://127.0.0.1:8080/news", "http://127.0.0.1:8080/news")]
    [InlineData("tg://resolve?domain=x", "tg://resolve?domain=x")]
    [InlineData("http://localhost/news", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("ftp://example.com", null)]
    [InlineData("tel:+380441234567", null)]
    [InlineData("not a url", null)]
    [InlineData("http://example.com:99999/", null)]
    public void A_bad_link_vanishes_and_its_text_stays(string href, string? url)
    {
        var parsed = HtmlMarkup.Parse($"<a href=\"{href}\">read</a>");

        Assert.Equal("read", parsed.Text);
        Assert.Equal(url, parsed.Entities.SingleOrDefault()?.Url);
    }

    [Fact]
    public void A_link_without_an_address_leads_where_its_text_says() =>
        Assert.Equal("http://example.com/", Assert.Single(HtmlMarkup.Parse("<a>example.com</a>").Entities).Url);
}
