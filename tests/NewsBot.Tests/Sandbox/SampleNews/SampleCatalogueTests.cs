using NewsBot.Sandbox.SampleNews;

namespace NewsBot.Tests.Sandbox.SampleNews;

public sealed class SampleCatalogueTests
{
    private static readonly SampleCatalogue Catalogue = SampleCatalogue.Load();

    public static TheoryData<string> Slugs { get; } = [.. Catalogue.Pages.Select(page => page.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_catalogue_says_what_stands_in_the_page(string slug)
    {
        var text = SampleText.Of(slug);
        var page = text.Page;

        Assert.Equal(page.Title, text.Title);
        Assert.EndsWith(page.Lede, text.Paragraphs[0], StringComparison.Ordinal);
        Assert.Equal(page.Closing, text.Paragraphs[^1]);
        Assert.Equal(page.Paragraphs, text.Paragraphs.Count);
        Assert.Equal(page.Subheads, text.Subheads);
        Assert.Contains(page.Author, text.Visible, StringComparison.Ordinal);
        Assert.StartsWith(page.Language, text.Document.DocumentElement.GetAttribute("lang"), StringComparison.Ordinal);
        Assert.Equal(page.Dated, text.Markup.Contains("{{published}}", StringComparison.Ordinal) || text.Markup.Contains("{{published:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Each_topic_stands_where_the_catalogue_says(string slug)
    {
        var text = SampleText.Of(slug);
        var page = text.Page;
        var opening = text.Title + "\n" + text.Paragraphs[0];
        var others = Catalogue.Topics.Keys.Except(page.About).ToList();
        var mentioned = others.Where(topic => SampleText.Stands(topic, text.Story)).ToList();

        Assert.NotEmpty(page.About);
        Assert.All(page.About, topic => Assert.True(SampleText.Stands(topic, opening), topic));
        Assert.Equal(mentioned, page.Mentions);
        Assert.Equal(others.Except(mentioned).Where(topic => SampleText.Stands(topic, text.Visible)), page.ListedOnly);
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_page_is_a_short_story_and_says_that_it_is_invented(string slug)
    {
        var text = SampleText.Of(slug);
        var words = text.Paragraphs.Concat(text.Subheads)
            .Sum(paragraph => paragraph.Split([' ', '\u00a0', '-', '’'], StringSplitOptions.RemoveEmptyEntries).Length);

        Assert.InRange(text.Paragraphs.Count, 5, 12);
        Assert.InRange(words, 140, 450);
        Assert.Matches("NewsBot", text.Visible);
    }

    [Fact]
    public void Every_topic_has_a_page_to_come()
    {
        var covered = Catalogue.Pages.Where(page => !page.Baseline).SelectMany(page => page.About);

        Assert.Empty(Catalogue.Topics.Keys.Except(covered));
        Assert.Equal(5, Catalogue.Pages.Count(page => page.Baseline));
        Assert.True(Catalogue.Pages.Count(page => page.About.Contains("NATO")) >= 3);
    }

    [Theory]
    [InlineData("nato", "nato-winter-supply-exercise")]
    [InlineData("DPRK", "koreas-river-flood-data")]
    [InlineData("Nordkorea", "nordkorea-saatgut-helfer")]
    [InlineData("OTAN", "otan-hopital-montagne")]
    [InlineData("НАТО", "nato-field-hospitals-ukrainian")]
    [InlineData("\"hungary\"", "hungary-night-trains")]
    [InlineData("telephone box", "att-loves-alder-creek")]
    public void The_best_page_is_found_by_any_name_of_its_topic(string topic, string slug) =>
        Assert.Equal(slug, Catalogue.Best(topic, _ => true)?.Slug);

    [Theory]
    [InlineData("glass harmonica")]
    [InlineData("dona")]
    [InlineData("nato AND (korea OR dprk) -sport")]
    [InlineData("...")]
    public void No_page_is_taken_for_what_it_is_not_about(string topic) =>
        Assert.Null(Catalogue.Best(topic, _ => true));
}
