using NewsBot.Articles;

namespace NewsBot.Tests.Articles.Extraction;

public sealed class PlainTextPageTests
{
    private static readonly string Body = string.Join("\n\n", Sample.Paragraphs);

    [Fact]
    public void Front_matter_is_no_body()
    {
        var reading = Read.Plain($"World > Cities\n\nHarbour bridge in Larnow closes for repairs\n\nBy Jon Berg and Mia Dahl\n\n27 February 2026\n\n3 min read\n\n{Body}");

        Assert.Equal(["World", "Cities"], reading.Tags);
        Assert.Equal("Harbour bridge in Larnow closes for repairs", reading.Title);
        Assert.Equal(["Jon Berg", "Mia Dahl"], reading.Authors);
        Assert.Equal(new DateTimeOffset(2026, 2, 27, 0, 0, 0, TimeSpan.Zero), reading.Published);
        Assert.Equal(Body, reading.Text);
    }

    [Fact]
    public void An_age_under_the_headline_is_no_date()
    {
        var reading = Read.Plain($"Harbour bridge in Larnow closes for repairs\n\n4 hours ago\n\n{Body}");

        Assert.Null(reading.Published);
        Assert.Equal(Body, reading.Text);
    }

    [Fact]
    public void Lists_without_a_known_heading_are_told_by_their_ages()
    {
        var reading = Read.Plain($"Harbour bridge in Larnow closes for repairs\n\n{Body}\n\nFerry company hires sailors\n\n2 hours ago\n\nTram line is late again\n\n1 day ago");

        Assert.Equal(Body, reading.Text);
        Assert.Equal([new("Ferry company hires sailors", null, "2 hours ago"), new("Tram line is late again", null, "1 day ago")], reading.Related);
    }

    [Fact]
    public void Ages_may_stand_above_their_headlines()
    {
        var reading = Read.Plain($"Harbour bridge in Larnow closes for repairs\n\n{Body}\n\nMost read\n\n2 hours ago\n\nFerry company hires sailors\n\n1 day ago\n\nTram line is late again");

        Assert.Equal([new("Ferry company hires sailors", null, "2 hours ago"), new("Tram line is late again", null, "1 day ago")], reading.Related);
    }

    [Fact]
    public void A_pointer_in_the_middle_does_not_end_the_article()
    {
        var reading = Read.Plain($"Harbour bridge in Larnow closes for repairs\n\n{Sample.Paragraphs[0]}\n\nRead also\n\n{Sample.Paragraphs[1]} And so it will be for months.\n\n{Sample.Paragraphs[4]} And so it will be for months.");

        Assert.Equal(3, reading.Text.Split("\n\n").Length);
        Assert.Empty(reading.Related);
    }

    [Fact]
    public void A_subhead_made_of_a_name_is_no_author()
    {
        var reading = Read.Plain($"Harbour bridge in Larnow closes for repairs\n\n{Body}\n\nIda Holm\n\n{Sample.Paragraphs[2]}");

        Assert.Equal(["Ida Holm"], reading.Subheads);
        Assert.Empty(reading.Authors);
    }

    [Fact]
    public void Where_no_line_is_empty_every_line_is_a_paragraph() =>
        Assert.Equal(Body, Read.Plain("Harbour bridge in Larnow closes for repairs\r\n" + string.Join("\r\n", Sample.Paragraphs)).Text);

    [Fact]
    public void Tags_at_the_end_are_tags() =>
        Assert.Equal(["bridges", "Larnow"], Read.Plain($"Harbour bridge in Larnow closes for repairs\n\n{Body}\n\nTags: bridges, Larnow").Tags);
}
