using System.Text;
using NewsBot.Content.Encodings;

namespace NewsBot.Tests.Content.Encodings;

public sealed class PageCharsetTests
{
    private const string Text = "Київ";

    static PageCharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_byte_order_mark_goes_before_the_header() =>
        Assert.Equal(Text, PageCharset.Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)], "text/html; charset=windows-1251"));

    [Fact]
    public void The_header_goes_before_the_meta_element() =>
        Assert.EndsWith(Text, PageCharset.Decode(Encoding.GetEncoding(1251).GetBytes($"<meta charset=koi8-u>{Text}"), "text/html; charset=\"windows-1251\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("<meta charset=\"koi8-u\">", "koi8-u")]
    [InlineData("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">", "windows-1251")]
    public void The_meta_element_counts_where_the_header_is_silent(string meta, string encoding) =>
        Assert.EndsWith(Text, PageCharset.Decode(Encoding.GetEncoding(encoding).GetBytes(meta + Text), "text/html"), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("text/html; charset=nonsense")]
    public void The_rest_is_utf8(string? type) => Assert.Equal(Text, PageCharset.Decode(Encoding.UTF8.GetBytes(Text), type));
}
