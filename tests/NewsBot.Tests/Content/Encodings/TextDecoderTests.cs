using System.Text;
using NewsBot.Content.Encodings;

namespace NewsBot.Tests.Content.Encodings;

public sealed class TextDecoderTests
{
    private const string Sentence = "Уряд схвалив бюджет на наступний рік";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void A_byte_order_mark_goes_before_the_header() =>
        Assert.Equal(Sentence, Decode([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Sentence)], "text/html; charset=windows-1251"));

    [Fact]
    public void The_header_goes_before_the_meta_element() =>
        Assert.EndsWith(Sentence, Decode(Encoding.GetEncoding(1251).GetBytes($"<meta charset=koi8-u>{Sentence}"), "text/html; charset=\"windows-1251\""), StringComparison.Ordinal);

    [Theory]
    [InlineData("<meta charset=\"koi8-u\">", "koi8-u")]
    [InlineData("<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">", "windows-1251")]
    [InlineData("<script charset=utf-8></script><meta charset=cp1251>", "windows-1251")]
    public void The_meta_element_counts_where_the_header_is_silent(string meta, string encoding) =>
        Assert.EndsWith(Sentence, Decode(Encoding.GetEncoding(encoding).GetBytes(meta + Sentence), "text/html"), StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("text/html; charset=nonsense")]
    [InlineData("text/html; charset=windows-1251")]
    [InlineData("text/html; charset=shift_jis")]
    [InlineData("text/html; charset=utf-7")]
    [InlineData("text/html; charset=utf-16")]
    public void What_is_UTF8_is_read_as_UTF8_whatever_is_stated(string? type) => Assert.Equal(Sentence, Decode(Encoding.UTF8.GetBytes(Sentence), type));

    [Theory]
    [InlineData("euc-kr", 949, "똠양꿍 축제가 부산항에서 열린다")]
    [InlineData("gb2312", 54936, "林镕舟纪念展在港口城市开幕")]
    [InlineData("x-sjis", 932, "①港が再び開く")]
    [InlineData("x-x-big5", 950, "高雄港穀物船等待入港")]
    [InlineData("latin1", 1252, "“Häfen” öffnen – für 5 €")]
    [InlineData("iso-8859-9", 1254, "İstanbul’da “yeni” köprü")]
    [InlineData("tis-620", 874, "เรือบรรทุกธัญพืชรออยู่")]
    [InlineData("koi8", 20866, "Правительство одобрило бюджет")]
    public void A_label_means_what_browsers_take_it_for(string label, int codePage, string text) =>
        Assert.Equal(text, Decode(Encoding.GetEncoding(codePage).GetBytes(text), $"text/html; charset={label}"));

    [Fact]
    public void Latin1_from_a_server_gives_way_to_what_the_document_says()
    {
        const string xml = "<?xml version='1.0' encoding='gbk'?><title>港口粮食船只等待</title>";

        Assert.Equal(xml, Decode(Encoding.GetEncoding(54936).GetBytes(xml), "text/xml; charset=ISO-8859-1"));
    }

    [Theory]
    [InlineData(1251, "Правительство одобрило бюджет на следующий год, а парламент рассмотрит его в ноябре", "iso-8859-1")]
    [InlineData(20866, "Правительство одобрило бюджет на следующий год, а парламент рассмотрит его в ноябре", "utf-8")]
    [InlineData(1253, "Η κυβέρνηση ενέκρινε τον προϋπολογισμό για το επόμενο έτος και η βουλή θα τον εξετάσει", "utf-8")]
    [InlineData(54936, "政府批准了明年的预算，议会将在十一月审议。港口管理局星期一表示，港口将重新开放。", null)]
    [InlineData(51932, "政府は来年度の予算案を承認し、議会は十一月に審議する予定です。", "shift_jis")]
    [InlineData(950, "政府批准了明年的預算，議會將在十一月審議。港口管理局星期一表示，港口將重新開放。", null)]
    public void A_wrong_label_or_none_does_not_keep_a_text_from_being_read(int codePage, string text, string? label) =>
        Assert.Equal(text, Decode(Encoding.GetEncoding(codePage).GetBytes(text), label is null ? null : $"text/html; charset={label}"));

    [Theory]
    [InlineData("text/html; charset=no-such-thing", "x", EncodingProblem.UnknownLabel)]
    [InlineData("text/html; charset=utf-7", "x", EncodingProblem.UnknownLabel)]
    [InlineData("text/html; charset=utf-8", "\u00E9", EncodingProblem.NotUtf8)]
    [InlineData("text/html; charset=latin1", "\u00E9", EncodingProblem.None)]
    public void What_is_wrong_with_a_label_is_told(string type, string text, object expected) =>
        Assert.Equal(expected, TextDecoder.Decode(Encoding.Latin1.GetBytes(text), type).Problem);

    [Fact]
    public void Any_bytes_are_read()
    {
        var random = new Random(20261130);
        string?[] types = [null, .. Encoding.GetEncodings().Select(encoding => $"text/html; charset={encoding.Name}")];
        foreach (var type in types)
        {
            var bytes = new byte[random.Next(2_000)];
            random.NextBytes(bytes);
            Assert.NotNull(Decode(bytes, type));
        }
    }

    private static string Decode(byte[] bytes, string? contentType) => TextDecoder.Decode(bytes, contentType).Text;
}
