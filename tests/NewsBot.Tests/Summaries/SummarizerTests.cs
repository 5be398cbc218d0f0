using NewsBot.Summaries;

namespace NewsBot.Tests.Summaries;

public sealed class SummarizerTests
{
    private const string Title = "Harbour bridge in Larnow closes for repairs";

    [Fact]
    public void Early_and_telling_sentences_stand_in_the_order_of_the_text() =>
        Assert.Equal(
            "Engineers found cracks in two of the pillars of the harbour bridge on Monday. Ferries will carry commuters from Tuesday on.",
            Of("Engineers found cracks in two of the pillars of the harbour bridge on Monday. Ferries will carry commuters from Tuesday on.\n\nThe council expects costs of 12 million crowns. A decision is due in May.", new SummaryOptions { Sentences = 2 }));

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
    [InlineData("“We found cracks in two of the pillars.”")]
    [InlineData("“We found cracks in two of the pillars,” he said.")]
    [InlineData("In March he promised the town a wider bridge.")]
    [InlineData("I have crossed the bridge since I was a child.")]
    [InlineData("THE BRIDGE HAS A LONG HISTORY OF CRACKS.")]
    [InlineData("The council, which met on Monday, said that it …")]
    [InlineData("Why were the pillars never looked at by engineers before?")]
    public void What_is_no_prose_is_never_a_summary(string paragraph) =>
        Assert.Equal("Ferries sail every ten minutes.", Of($"{paragraph}\n\nFerries sail every ten minutes."));

    [Theory]
    [InlineData("LARNOW (Meridian Wire) — ")]
    [InlineData("Larnow, Ostvik (CNN) -- ")]
    [InlineData("(AP) - ")]
    [InlineData("LARNOW — ")]
    [InlineData("LARNOW, March 3 (Reuters) - ")]
    public void A_dateline_is_left_out(string dateline) =>
        Assert.Equal("Ferries sail every ten minutes.", Of($"{dateline}Ferries sail every ten minutes."));

    [Fact]
    public void A_lede_that_tells_who_did_it_is_no_repetition_of_the_headline() =>
        Assert.StartsWith("Mayor Ida Holm closes", Of("Mayor Ida Holm closes the harbour bridge in Larnow for repairs.\n\nFerries sail every ten minutes."), StringComparison.Ordinal);

    /// <summary>Two letters that tell a number's words apart: a digit would be a word of its own.</summary>
    private static string Letters(int number) => $"{(char)('A' + (number / 26))}{(char)('a' + (number % 26))}";

    [Fact]
    public void The_longest_summary_is_chosen_without_trying_for_ever()
    {
        var text = string.Join("\n\n", Enumerable.Range(10, 40).Select(i => $"Place {Letters(i)} has ferry{Letters(i)}, bridge{Letters(i)} and council{Letters(i)} with {i} boats on the bay and a harbour of stone."));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.InRange(Of(text, new SummaryOptions { Sentences = 10, Characters = 2_000 }).Length, 500, 2_000);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

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
    public void A_number_stays_beside_the_one_who_claims_it()
    {
        const string text = "Rail workers want the bridge back soon.\n\nThe union said that the closure would be a blow. Some 400 jobs at the yard depend on the crossing.";

        Assert.Contains("The union said that the closure would be a blow. Some 400 jobs", Of(text), StringComparison.Ordinal);
        Assert.DoesNotContain("400", Of(text, new SummaryOptions { Characters = 110 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_did_it_is_named_when_the_opening_only_repeats_the_headline()
    {
        const string text = "Mayor Ida Holm closes the harbour bridge in Larnow for repairs.\n\nThe council of the town met in the evening and was told of many cracks in the old pillars. Ferries of the county will carry all commuters of the town from next week on. Ida Holm spoke of a hard choice.";

        Assert.Contains("Ida Holm", Of(text, new SummaryOptions { Sentences = 2 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_and_endless_texts_are_summarized_too()
    {
        foreach (var text in new[] { new string('(', 200_000), new string('“', 200_000), string.Concat(Enumerable.Repeat("a. ", 90_000)), string.Concat(Enumerable.Repeat("Mr. ", 60_000)) })
        {
            Assert.InRange(Of(text).Length, 0, 400);
        }
    }

    [Fact]
    public void It_holds_to_its_limits()
    {
        var text = string.Join(' ', Enumerable.Range(10, 40).Select(i => $"Place {Letters(i)} has ferry{Letters(i)}, bridge{Letters(i)} and council{Letters(i)} all alone."));
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
