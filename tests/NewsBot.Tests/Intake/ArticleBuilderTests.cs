using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.Intake;
using NewsBot.Sources;
using NewsBot.Tests.Articles;

namespace NewsBot.Tests.Intake;

public sealed class ArticleBuilderTests
{
    private static readonly DateTimeOffset Now = Some.Now;

    private readonly ArticleBuilder intake = new(Options.Create(new ArticleOptions()));

    [Fact]
    public void The_page_says_what_the_feed_leaves_out()
    {
        var article = Compose(Some.Entry(), Some.Reading());

        Assert.Equal("Harbour bridge in Larnow closes", article.Title);
        Assert.Equal("Engineers closed it.\n\n" + Some.Text, article.Text);
        Assert.Equal("Engineers closed it.", article.Lede);
        Assert.Equal(["Jon Berg"], article.Authors);
        Assert.Equal(["City"], article.Tags);
        Assert.Equal("The Herald", article.Publisher);
        Assert.Equal("en", article.Language);
        Assert.Equal("https://news.example/bridge", article.Address);
        Assert.True(article.IsNews);
    }

    [Fact]
    public void The_feed_alone_makes_an_article_too()
    {
        var entry = Some.Entry();
        entry.Authors = ["By Jon Berg, City Editor"];
        var article = Compose(entry, null);

        Assert.Equal("Harbour bridge closes for repairs", article.Title);
        Assert.Equal("Engineers closed the harbour bridge in Larnow on Monday.", article.Lede);
        Assert.Equal(["Jon Berg"], article.Authors);
        Assert.Equal("Larnow Herald", article.Publisher);
    }

    [Theory]
    [InlineData("", "Harbour bridge closes for repairs")]
    [InlineData("News", "Harbour bridge closes for repairs")]
    [InlineData("The Herald", "Harbour bridge closes for repairs")]
    [InlineData("Please log in", "Harbour bridge closes for repairs")]
    [InlineData("Bridge closed", "Bridge closed")]
    [InlineData("Cracks found in two pillars of crossing", "Cracks found in two pillars of crossing")]
    public void A_generic_headline_of_the_page_gives_way_to_the_feeds(string headline, string expected) =>
        Assert.Equal(expected, Compose(Some.Entry(), Some.Reading() with { Title = headline }).Title);

    [Fact]
    public void The_longer_text_of_a_feed_wins_over_a_misread_page() =>
        Assert.Equal(Some.Text, Compose(Some.Entry(), Some.Reading() with { Text = "Subscribe to read on." }).Text);

    [Theory]
    [InlineData(-3.0, -5.0, -3.0)]
    [InlineData(null, -5.0, -5.0)]
    [InlineData(2.0, -5.0, -5.0)]
    [InlineData(0.5, null, 0.5)]
    [InlineData(2.0, null, null)]
    [InlineData(null, null, null)]
    public void The_feeds_date_goes_before_the_pages_and_the_future_is_no_date(double? feed, double? page, double? expected)
    {
        var entry = Some.Entry();
        entry.Published = Hours(feed);

        Assert.Equal(Hours(expected), Compose(entry, Some.Reading() with { Published = Hours(page) }).Published);
    }

    [Theory]
    [InlineData(false, -47.0, true)]
    [InlineData(false, -49.0, false)]
    [InlineData(false, null, true)]
    [InlineData(true, -1.0, false)]
    [InlineData(true, null, false)]
    public void Baselines_and_old_articles_are_no_news(bool baseline, double? age, bool expected)
    {
        var entry = Some.Entry();
        (entry.Baseline, entry.Published) = (baseline, Hours(age));

        Assert.Equal(expected, Compose(entry, null).IsNews);
    }

    [Fact]
    public void An_undated_article_that_waited_too_long_is_no_news()
    {
        var entry = Some.Entry();
        entry.FirstSeenAt = Now - TimeSpan.FromDays(3);

        Assert.False(Compose(entry, null).IsNews);
    }

    [Fact]
    public void A_default_date_is_no_date()
    {
        var entry = Some.Entry();
        entry.Published = DateTimeOffset.UnixEpoch;

        Assert.Null(Compose(entry, null).Published);
        Assert.True(Compose(entry, null).IsNews);
    }

    [Fact]
    public void An_entry_without_a_page_has_an_address_of_its_own()
    {
        var (one, two) = (Compose(Some.Entry(address: null), null), Compose(Some.Entry(address: null), null));

        Assert.StartsWith("https://news.example/feed#", one.Address, StringComparison.Ordinal);
        Assert.NotEqual(one.Address, two.Address);
    }

    [Fact]
    public void Headlines_alone_are_articles_and_no_copies_of_each_other()
    {
        var (one, two) = (Compose(Some.Entry(text: "", address: "https://news.example/1"), null), Compose(Some.Entry(text: "", address: "https://news.example/2"), null));

        Assert.Equal(("", one.Title), (one.Text, two.Title));
        Assert.NotEqual(one.Fingerprint, two.Fingerprint);
    }

    [Fact]
    public void An_entry_that_shares_its_address_is_told_apart_by_its_identity()
    {
        var entry = Some.Entry(address: "https://news.example/status");
        entry.SharesAddress = true;

        Assert.StartsWith("https://news.example/status#", Compose(entry, null).Address, StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_alone_is_an_article_and_nothing_at_all_is_none()
    {
        var entry = Some.Entry(text: "");
        Assert.NotNull(intake.Compose(entry, Some.Source(), null, Now));

        entry.Title = "";
        Assert.Null(intake.Compose(entry, Some.Source(), null, Now));
    }

    private static DateTimeOffset? Hours(double? ago) => ago is { } hours ? Now.AddHours(hours) : null;

    private Article Compose(Entry entry, PageContent? reading)
    {
        var page = reading is null ? null : new EntryReadResult.Page(reading, new Uri("https://news.example/bridge?utm_source=x"));
        return intake.Compose(entry, Some.Source(), page, Now) ?? throw new InvalidOperationException("No article.");
    }
}
