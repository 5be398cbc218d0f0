using NewsBot.Articles;

namespace NewsBot.Tests.Articles.Extraction;

public sealed class BoundedHtmlParserTests
{
    private const string RecentPosts =
        """
        <section class="sidebar"><h3>Recent Posts</h3><ul>
        <li><a href="/ferry">Ferry company hires forty new sailors</a><p>The company said that…</p><time datetime="2026-02-28T08:00:00Z">4 hours ago</time></li>
        <li><a href="https://other.example/tram?x=1">Tram line to the north bank is late again</a> <span class="date">1 day ago</span></li>
        </ul></section>
        """;

    [Fact]
    public void A_page_is_read()
    {
        var reading = Read.Html(Sample.Page());

        Assert.Equal("Harbour bridge closes for repairs", reading.Title);
        Assert.Equal(Sample.Paragraphs, reading.Text.Split("\n\n"));
        Assert.Equal(Sample.Lede, reading.Lede);
        Assert.Equal("en", reading.Language);
        Assert.Null(reading.Published);
        Assert.Empty(reading.Authors);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Subheads_are_paragraphs_of_their_own()
    {
        var body = $"<p>{Sample.Paragraphs[0]}</p><p>{Sample.Paragraphs[1]}</p><h2>What comes next</h2><p>{Sample.Paragraphs[2]}</p><p><strong>The costs</strong></p><p>{Sample.Paragraphs[3]}</p><p>{Sample.Paragraphs[4]}</p>";
        var reading = Read.Html(Sample.Page(body: body));

        Assert.Equal(["What comes next", "The costs"], reading.Subheads);
        Assert.Contains("\n\nWhat comes next\n\n", reading.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sidebar_age_never_becomes_the_date()
    {
        var reading = Read.Html(Sample.Page(after: RecentPosts));

        Assert.Null(reading.Published);
        Assert.Equal(
            [
                new("Ferry company hires forty new sailors", "https://news.example/ferry", "4 hours ago"),
                new("Tram line to the north bank is late again", "https://other.example/tram?x=1", "1 day ago"),
            ],
            reading.Related);
        Assert.DoesNotContain("Ferry company hires", reading.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ago", reading.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_authors_life_is_no_text_of_the_article()
    {
        const string box = "<div class=\"box\"><h4>Jon Berg</h4><p>I'm a journalist based in Larnow and I cover harbours, ships and bridges for the Herald.</p></div>";
        var reading = Read.Html(Sample.Page(body: Sample.Body + box + RecentPosts));

        Assert.Equal(Sample.Paragraphs, reading.Text.Split("\n\n"));
        Assert.Equal(["Jon Berg"], reading.Authors);
    }

    [Fact]
    public void Captions_forms_and_link_lists_are_no_text()
    {
        const string clutter = "<figure><img src=a.jpg><figcaption>The bridge at dawn</figcaption></figure><form><p>Sign up for our letter</p></form><p><a href=/x>Read about the other bridges</a></p>";
        var reading = Read.Html(Sample.Page(body: clutter + Sample.Body));

        Assert.Equal(Sample.Paragraphs, reading.Text.Split("\n\n"));
    }

    [Fact]
    public void A_short_page_falls_back_to_its_densest_block()
    {
        var reading = Read.Html("<html><body><nav><p><a href=/>Home</a></p></nav><h1>Bridge closed today</h1><div><p>The harbour bridge is closed until Friday.</p></div></body></html>");

        Assert.Equal("The harbour bridge is closed until Friday.", reading.Text);
        Assert.Equal(["The page has very little text."], reading.Warnings);
    }

    [Fact]
    public void A_page_without_text_is_read_with_a_warning()
    {
        var reading = Read.Html("<html><head><title>Video</title></head><body><video src=a.mp4></video></body></html>");

        Assert.Equal("", reading.Text);
        Assert.Contains("The page has no text that reads as an article.", reading.Warnings);
    }

    [Fact]
    public void White_space_is_folded_and_quotes_are_kept()
    {
        var body = Sample.Body + "<p>“It’s\u00A0a   ‘long’\n day,” she&nbsp;said of the work on all of the pillars of the bridge.</p>";

        Assert.EndsWith("\n\n“It’s a ‘long’ day,” she said of the work on all of the pillars of the bridge.", Read.Html(Sample.Page(body: body)).Text, StringComparison.Ordinal);
    }
}
