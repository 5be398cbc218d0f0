using NewsBot.Stories.Copies;

namespace NewsBot.Tests.Stories.Copies;

public sealed class ShinglesTests
{
    private static readonly Random Random = new(20_260_301);

    /// <summary>Kinds of editing that a newspaper does to an agency's text.</summary>
    public static TheoryData<string, Func<string, string>> Edits => new()
    {
        { "as it is", text => text },
        { "cut", text => text[..(text.Length / 2)] },
        { "another opening", text => string.Join("\n\n", text.Split("\n\n").Skip(1).Prepend("What we know so far of the day, told by our own desk.")) },
        { "every third sentence left out", text => string.Join(". ", text.Split(". ").Where((_, at) => at % 3 != 2)) },
        { "paragraphs in another order", text => string.Join("\n\n", text.Split("\n\n").Reverse()) },
        { "every tenth word replaced", text => string.Join(' ', text.Split(' ').Select((word, at) => at % 10 == 5 ? "thing" : word)) },
        { "capitals", text => text.ToUpperInvariant() },
        { "without signs", text => string.Concat(text.ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || char.IsWhiteSpace(sign))) },
        { "within a longer text", text => $"{Texts.Article(Random)}\n\n{text}\n\n{Texts.Article(Random)}" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edited_copy_is_a_copy(string kind, Func<string, string> edit)
    {
        for (var i = 0; i < 20; i++)
        {
            var text = Texts.Article(Random);
            Assert.True(Shingles.Of(edit(text)).IsCopyOf(Shingles.Of(text)), $"{kind}: {text}");
            Assert.True(Shingles.Of(text).IsCopyOf(Shingles.Of(edit(text))), kind);
        }
    }

    [Fact]
    public void Other_articles_are_no_copies_whatever_they_share()
    {
        var quotation = $"“{Texts.Sentences(Random, 8)}”";
        var table = string.Join("\n\n", Enumerable.Range(1, 30).Select(i => $"Group {i}: 3 1 0 2 7 {i * 7} points"));
        const string boilerplate = "The agency reports from forty countries in eleven languages and was founded in a cellar in the year of the great flood.";
        for (var i = 0; i < 50; i++)
        {
            var (one, other) = (Texts.Article(Random), Texts.Article(Random));
            Assert.False(Shingles.Of(one).IsCopyOf(Shingles.Of(other)));
            Assert.False(Shingles.Of($"{one}\n\n{quotation}").IsCopyOf(Shingles.Of($"{other}\n\n{quotation}")));
            Assert.False(Shingles.Of($"{one}\n\n{table}").IsCopyOf(Shingles.Of($"{other}\n\n{table}")));
            Assert.False(Shingles.Of($"{one}\n\n{boilerplate}").IsCopyOf(Shingles.Of($"{other}\n\n{boilerplate}")));
        }
    }

    [Fact]
    public void Reports_from_one_template_are_no_copies()
    {
        static string Report(string place, string strength, string time, string depth, string town) =>
            $"An earthquake of strength {strength} shook the north of {place} at {time} in the morning, the institute says. It lay {depth} km deep, some {depth}0 km from {town}. "
            + $"Nobody was hurt, as far as is known. The institute measures some thousand tremors a year. People of {town} in {place} left their houses.";

        Assert.False(Shingles.Of(Report("Ostvia", "4.5", "03:12", "12", "Larnow")).IsCopyOf(Shingles.Of(Report("Menland", "5.1", "06:40", "33", "Tessin"))));
    }

    [Fact]
    public void A_line_that_many_publish_is_no_copy() =>
        Assert.False(Shingles.Of("Watch the video of this.").IsCopyOf(Shingles.Of("Watch the video of this.")));
}
