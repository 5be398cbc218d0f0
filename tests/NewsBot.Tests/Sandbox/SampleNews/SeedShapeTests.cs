namespace NewsBot.Tests.Sandbox.SampleNews;

public sealed class SeedShapeTests
{
    private static readonly IReadOnlyList<SampleText> SeedPages = [.. SampleText.All.Where(text => text.Page.Shape == "seed")];

    [Fact]
    public void Five_pages_have_ten_paragraphs_a_sub_head_the_author_below_and_six_recent_posts()
    {
        Assert.Equal(5, SeedPages.Count);
        Assert.All(SeedPages, text =>
        {
            Assert.Equal(10, text.Paragraphs.Count);
            Assert.Single(text.Subheads);
            Assert.Equal(6, text.Document.QuerySelectorAll(".recent-post").Length);
            Assert.All(text.Document.QuerySelectorAll(".age"), age => Assert.EndsWith(" ago", age.TextContent, StringComparison.Ordinal));
            Assert.True(
                text.Visible.IndexOf(text.Page.Closing, StringComparison.Ordinal) <
                text.Visible.IndexOf(text.Page.Author, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void They_carry_no_date_at_all() => Assert.All(SeedPages, text =>
    {
        Assert.False(text.Page.Dated);
        Assert.DoesNotContain("{{", text.Markup, StringComparison.Ordinal);
        Assert.DoesNotMatch(SampleText.Year(), text.Markup);
        Assert.Null(text.Document.QuerySelector("time, [itemprop=datePublished], meta[property='article:published_time']"));
        Assert.DoesNotContain("ld+json", text.Markup, StringComparison.Ordinal);
    });

    [Fact]
    public void Every_other_page_is_dated() =>
        Assert.All(SampleText.All.Except(SeedPages), text => Assert.True(text.Page.Dated));

    [Fact]
    public void Two_of_them_list_Hungary_among_the_recent_posts_and_nowhere_else()
    {
        var trapped = SeedPages.Where(text => text.Page.ListedOnly.Contains("Hungary")).ToList();

        Assert.True(trapped.Count >= 2);
        Assert.Contains(trapped, text => text.Page.About.Contains("NATO"));
        Assert.All(trapped, text =>
        {
            Assert.Contains("Hungary stands only among the recent posts", text.Page.Traps);
            var recent = text.Document.QuerySelector(".recent-posts")!.TextContent;
            Assert.True(SampleText.Stands("Hungary", recent));
            Assert.Contains(recent, text.Visible, StringComparison.Ordinal);
            Assert.False(SampleText.Stands("Hungary", text.Visible.Replace(recent, "", StringComparison.Ordinal)));
        });
    }
}
