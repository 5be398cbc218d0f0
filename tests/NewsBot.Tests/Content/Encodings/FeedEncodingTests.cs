using System.Text;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Content.Encodings;

public sealed class FeedEncodingTests
{
    static FeedEncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1251", "Новини дня")]
    [InlineData("koi8-r", "Новости дня")]
    [InlineData("euc-kr", "북한 뉴스")]
    [InlineData("shift_jis", "ニュース")]
    [InlineData("iso-8859-1", "Élysée £5")]
    [InlineData("iso-8859-2", "Zprávy o zboží")]
    [InlineData("gb2312", "新闻")]
    public void A_feed_is_read_in_the_encoding_it_declares(string charset, string title)
    {
        var bytes = Encoding.GetEncoding(charset).GetBytes($"<?xml version='1.0' encoding='{charset}'?><rss><channel><title>{title}</title></channel></rss>");

        Assert.Equal(title, Title(bytes, "application/rss+xml"));
    }

    [Fact]
    public void The_header_goes_before_the_declaration_and_the_mark_before_both()
    {
        const string xml = "<?xml version='1.0' encoding='koi8-r'?><rss><channel><title>Новини</title></channel></rss>";

        Assert.Equal("Новини", Title(Encoding.GetEncoding("windows-1251").GetBytes(xml), "text/xml; charset=windows-1251"));
        Assert.Equal("Новини", Title([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(xml)], "text/xml; charset=windows-1251"));
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32BE", false)]
    public void Wide_encodings_are_known_by_their_shape(string charset, bool marked)
    {
        var encoding = Encoding.GetEncoding(charset);
        byte[] body = encoding.GetBytes("<?xml version='1.0' encoding='utf-16'?><rss><channel><title>Новини</title></channel></rss>");

        Assert.Equal("Новини", Title(marked ? [.. encoding.Preamble, .. body] : body, null));
    }

    [Theory]
    [InlineData("text/xml; charset=iso-8859-1")]
    [InlineData("text/xml; charset=us-ascii")]
    [InlineData("text/xml; charset=no-such-charset")]
    [InlineData("not a header at all")]
    [InlineData(null)]
    public void Utf8_is_read_whatever_the_server_says_by_default(string? contentType) =>
        Assert.Equal("Élysée", Title(Encoding.UTF8.GetBytes("<rss><channel><title>Élysée</title></channel></rss>"), contentType));

    [Fact]
    public void What_is_no_UTF8_though_it_says_so_is_read_as_Western_with_a_warning()
    {
        var bytes = Encoding.GetEncoding(1252).GetBytes("<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Élysée – “5 €”</title></channel></rss>");

        var feed = Assert.IsType<FeedReadResult.Read>(FeedReader.Read(bytes, null, null)).Feed;

        Assert.Equal("Élysée – “5 €”", feed.Title);
        Assert.Single(feed.Warnings);
    }

    [Theory]
    [InlineData("windows-1251", "Уряд схвалив бюджет на наступний рік, а парламент розгляне його в листопаді")]
    [InlineData("koi8-r", "Правительство одобрило бюджет на следующий год, а парламент рассмотрит его в ноябре")]
    [InlineData("shift_jis", "政府は来年度の予算案を承認し、議会は十一月に審議する予定です。ニュースをお伝えします")]
    [InlineData("euc-kr", "정부는 내년 예산안을 승인했으며 국회는 십일월에 심의할 예정이다 북한 뉴스를 전합니다")]
    public void What_says_nothing_of_its_encoding_is_guessed(string charset, string title)
    {
        var bytes = Encoding.GetEncoding(charset).GetBytes($"<rss><channel><title>{title}</title></channel></rss>");

        Assert.Equal(title, Title(bytes, "application/rss+xml"));
    }

    [Fact]
    public void A_broken_character_makes_no_other_encoding_of_a_feed_in_UTF8()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("<rss><channel><title>Новини дня "), 0xD0, .. Encoding.UTF8.GetBytes(" і ночі</title></channel></rss>")];

        Assert.Equal("Новини дня \uFFFD і ночі", Title(bytes, "text/xml; charset=utf-8"));
    }

    private static string Title(byte[] bytes, string? contentType) =>
        Assert.IsType<FeedReadResult.Read>(FeedReader.Read(bytes, contentType, null)).Feed.Title;
}
