using System.Diagnostics;
using NewsBot.Articles.Extraction;
using NewsBot.Articles.Metadata;
using NewsBot.Articles.RelatedPosts;

namespace NewsBot.Tests.Articles;

/// <summary>Lines made to keep expressions busy, at every length up to their bounds.</summary>
public sealed class PhrasesTests
{
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(20);

    private static readonly string[] Pieces = ["a", " ", "a ", "@a.", "a@a.", "share a ", "by a ", "1 ", "(credit:", "newsletter ", "sign up ", "updated 1", "is a-", "jan. 1", "：", "«", "A. "];

    public static TheoryData<string> Lines => [.. Pieces];

    [Theory]
    [MemberData(nameof(Lines))]
    public void No_line_keeps_the_expressions_busy(string piece)
    {
        var start = Stopwatch.GetTimestamp();
        foreach (var length in (int[])[60, 119, 120, 239, 400, 2_000])
        {
            var line = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
            BoilerplateText.IsMatch(line);
            BoilerplateText.IsMatch($"share {line[..^6]}");
            RelatedPostsHeadings.IsMatch(line);
            AuthorNames.Of([line, $"By {line}"]);
            AuthorBio.Find([new Block("Text."), new Block(line), new Block(line)]);
        }

        Assert.True(Stopwatch.GetElapsedTime(start) < Hanging, $"It took {Stopwatch.GetElapsedTime(start)}.");
    }

    [Fact]
    public void A_page_full_of_addresses_in_its_byline_is_read()
    {
        var start = Stopwatch.GetTimestamp();

        AuthorNames.Of([string.Concat(Enumerable.Repeat("a@", 100_000))]);

        Assert.True(Stopwatch.GetElapsedTime(start) < Hanging, $"It took {Stopwatch.GetElapsedTime(start)}.");
    }
}
