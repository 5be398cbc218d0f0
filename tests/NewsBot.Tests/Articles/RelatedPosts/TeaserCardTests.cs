using NewsBot.Articles;
using NewsBot.Tests.Articles.Extraction;

namespace NewsBot.Tests.Articles.RelatedPosts;

public sealed class TeaserCardTests
{
    private static readonly string[] Headlines = ["Ferry company hires forty new sailors", "Tram line to the north bank is late again", "Museum finds a forgotten map"];

    [Fact]
    public void Boxes_in_a_row_that_link_to_other_pages_are_no_text_whatever_they_are_named()
    {
        var reading = Read.Html(Sample.Page(body: Sample.Body + Row(headline => $"/city/{headline.Length}")));

        Assert.Equal(string.Join("\n\n", Sample.Paragraphs), reading.Text);
        Assert.Equal(Headlines.Select(headline => (headline, $"https://news.example/city/{headline.Length}")), reading.Related.Select(post => (post.Title, post.Address!)));
    }

    [Fact]
    public void Boxes_that_link_to_other_sites_may_be_the_article()
    {
        var reading = Read.Html(Sample.Page(body: Sample.Body + Row(headline => $"https://shop.example/{headline.Length}")));

        Assert.All(Headlines, headline => Assert.Contains(Teaser(headline), reading.Text, StringComparison.Ordinal));
        Assert.Empty(reading.Related);
    }

    private static string Row(Func<string, string> link) => string.Concat(Headlines.Select(headline =>
        $"<div class=\"x\"><h3><a href=\"{link(headline)}\">{headline}</a></h3><p>{Teaser(headline)}</p></div>"));

    private static string Teaser(string headline) => $"{headline}, and the council of Larnow will talk about that in the session after next, its chair said.";
}
