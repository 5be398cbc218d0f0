using NewsBot.Summaries;

namespace NewsBot.Tests.Summaries;

public sealed class SummarizerTests
{
    private const string Title = "Harbour bridge in Larnow closes for repairs";

    [Fact]
    public void The_first_sentences_stand_in_the_order_of_the_text() =>
        Assert.Equal(
            "Engineers found cracks in two of the pillars on Monday. Ferries will carry commuters from Tuesday on. The council expects costs of 12 million crowns.",
            Of("Engineers found cracks in two of the pillars on Monday. Ferries will carry commuters from Tuesday on.\n\nThe council expects costs of 12 million crowns. A decision is due in May."));

    [Fact]
    public void A_first_sentence_that_repeats_the_headline_gives_way_to_a_second_fact() =>
        Assert.Equal("Ferries will carry commuters from Tuesday on.", Of("The harbour bridge in Larnow closes for repairs.\n\nFerries will carry commuters from Tuesday on."));

    [Fact]
    public void A_lede_that_tells_more_than_the_headline_stays()
    {
        const string lede = "The harbour bridge in Larnow closes for repairs on Friday after engineers found 14 cracks in pillars built by prisoners a century ago.";

        Assert.Equal(lede, Of(lede));
    }

    [Fact]
    public void A_pronoun_never_stands_without_its_antecedent() =>
        Assert.Equal("Ferries sail every ten minutes.", Of("The harbour bridge in Larnow closes for repairs.\n\nIt was opened a century ago. After the closure, they will sail more often. Ferries sail every ten minutes."));

    [Fact]
    public void A_pronoun_stays_beside_its_antecedent() =>
        Assert.Equal("Mayor Ida Holm visited the site. She promised free tickets.", Of("Mayor Ida Holm visited the site. She promised free tickets."));

    [Theory]
    [InlineData("What the engineers found")]
    [InlineData("What happens next?")]
    [InlineData("Photo: The bridge at dawn before the closure.")]
    [InlineData("By Ida Holm")]
    [InlineData("The bridge on Monday. Jon Berg/Reuters.")]
    [InlineData("Read more: Five bridges that closed before this one.")]
    [InlineData("“We will be back, the mayor said to reporters.")]
    [InlineData("Oh no.")]
    public void What_is_no_prose_is_never_a_summary(string paragraph) =>
        Assert.Equal("Ferries sail every ten minutes.", Of($"{paragraph}\n\nFerries sail every ten minutes."));

    [Fact]
    public void A_quotation_is_never_cut()
    {
        const string quotation = "“We found cracks. They are deep. Nobody may cross,” the engineer said.";

        Assert.Equal(quotation, Of(quotation, new SummaryOptions { Sentences = 1 }));
        Assert.Equal("", Of("“We found cracks. They are deep. Nobody may cross until we have looked at every pillar twice,” the engineer said.", new SummaryOptions { Characters = 80 }));
    }

    [Fact]
    public void Sentences_about_the_topic_go_before_those_near_them()
    {
        const string text = "Engineers found cracks in the pillars. Buses will go around the bay. Ferries will sail every ten minutes. Schools in Ostvik stay closed.";

        Assert.Equal("Engineers found cracks in the pillars.", Of(text, new SummaryOptions { Sentences = 1 }));
        Assert.Equal("Ferries will sail every ten minutes.", Of(text, new SummaryOptions { Sentences = 1 }, "ferries"));
        Assert.Equal("Engineers found cracks in the pillars.", Of(text, new SummaryOptions { Sentences = 1 }, "ferry", "WILL", "stvi"));
    }

    [Fact]
    public void It_holds_to_its_limits()
    {
        var text = string.Join(' ', Enumerable.Range(10, 40).Select(i => $"Sentence number {i} tells of place {(char)('A' + (i % 26))}{i} and of nothing else at all."));
        var summary = Of(text, new SummaryOptions { Sentences = 5, Characters = 200 });

        Assert.InRange(summary.Length, 100, 200);
    }

    [Fact]
    public void There_is_none_where_nothing_can_stand_alone()
    {
        Assert.Equal("", Of(""));
        Assert.Equal("", Of("Bridge closed\n\nThey said so."));
    }

    [Theory]
    [InlineData("uk", "Міст у Ларнові закрили.", "Він був старий. Пороми ходитимуть кожні десять хвилин.", "Пороми ходитимуть кожні десять хвилин.")]
    [InlineData("de", "Die Brücke ist zu.", "Sie war alt und brüchig. Fähren fahren alle zehn Minuten.", "Fähren fahren alle zehn Minuten.")]
    public void Pronouns_of_other_languages_are_known(string language, string title, string rest, string expected) =>
        Assert.Equal(expected, Summarizer.Summarize(title, $"{title} {rest}", language, null, new SummaryOptions()));

    private static string Of(string text, SummaryOptions? options = null, params string[] topic) =>
        Summarizer.Summarize(Title, text, "en", topic, options ?? new SummaryOptions());
}
