using NewsBot.Content.Html;
using NewsBot.Tests.Sandbox.SampleNews;

namespace NewsBot.Tests.Articles.Extraction;

/// <summary>The gate of page quality that needs no collection: the sample news of five publishers, each with a markup of its own.</summary>
public sealed class SamplePageTests
{
    private const string Published = "2026-02-27T09:30:00Z";

    public static TheoryData<string> Slugs => [.. SampleText.All.Select(sample => sample.Page.Slug)];

    [Theory]
    [MemberData(nameof(Slugs))]
    public void A_sample_page_is_read_as_its_catalogue_says(string slug)
    {
        var sample = SampleText.Of(slug);
        var html = sample.Markup
            .Replace("{{published}}", Published, StringComparison.Ordinal)
            .Replace("{{address}}", $"https://samples.example/{slug}", StringComparison.Ordinal);

        var page = Read.Html(html, $"https://samples.example/{slug}");

        var paragraphs = page.Text.Split("\n\n").Except(page.Subheads);
        Assert.Equal(DisplayText.Fold(sample.Title), page.Title);
        Assert.Equal(sample.Paragraphs.Select(paragraph => DisplayText.Fold(paragraph)), paragraphs);
        Assert.Equal(sample.Subheads.Select(subhead => DisplayText.Fold(subhead)), page.Subheads);
        Assert.Equal([sample.Page.Author], page.Authors);
        Assert.Equal(sample.Page.Language, page.Language);
        Assert.Equal(sample.Page.Dated, page.Published is not null);
    }
}
