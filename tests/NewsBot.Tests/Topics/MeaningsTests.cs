using System.Globalization;
using NewsBot.Topics;
using NewsBot.Topics.Matching;

namespace NewsBot.Tests.Topics;

/// <summary>
/// What a topic means, by example: meanings.tsv holds a topic, the level that an article reaches with it or none, where the sentence
/// stands, the sentence, and why. Each line is a test.
/// </summary>
public sealed class MeaningsTests
{
    /// <summary>Enough words that none of the sentence is among the first of the article.</summary>
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("so the long day went on in the town.", 12));

    public static TheoryData<int, string, string, string, string> Rows()
    {
        var rows = new TheoryData<int, string, string, string, string>();
        using var file = new StreamReader(typeof(MeaningsTests).Assembly.GetManifestResourceStream("NewsBot.Tests.Topics.meanings.tsv")!);
        for (var line = 1; file.ReadLine() is { } text; line++)
        {
            if (text.Split('\t') is [var topic, var level, var where, var sentence, _] && !text.StartsWith('#'))
            {
                rows.Add(line, topic, level, where, sentence);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_topic_means_what_its_line_says(int line, string topic, string level, string where, string sentence)
    {
        var match = where == "title" ? Some.Match(topic, Filler, sentence) : Some.Match(topic, $"{Filler} {sentence} {Filler}", "Another day");
        Assert.True(level == NameOf(match?.Level), $"line {line}: “{topic}” in “{sentence}” is {NameOf(match?.Level)} and not {level}");
    }

    [Fact]
    public void The_table_is_long_and_every_line_is_whole() => Assert.True(Rows().Count >= 300);

    private static string NameOf(MatchLevel? level) => level?.ToString().ToLower(CultureInfo.InvariantCulture) ?? "none";
}
