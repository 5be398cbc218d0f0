using System.Diagnostics;
using System.Text;
using NewsBot.Articles;
using NewsBot.Benchmarks.Reading.Scoring;

namespace NewsBot.Tests.Articles.Extraction;

/// <summary>By themselves, since other tests beside them would be timed too.</summary>
[CollectionDefinition(nameof(HostilePageTests), DisableParallelization = true)]
[Collection(nameof(HostilePageTests))]
public sealed class HostilePageTests
{
    /// <summary>What is asked of one page is 2 seconds, of the released program on a machine that does nothing else.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(20);

    private const int TwoMebibytes = 2 * 1024 * 1024;

    private const int FiveMebibytes = 5 * 1024 * 1024;

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg><g>")]
    [InlineData("<div></div>")]
    [InlineData("<p>")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("\"'<<>&")]
    [InlineData("<p>a. “b (c. ")]
    public void Megabytes_of_one_thing_end_in_an_outcome(string piece)
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat(piece, TwoMebibytes / piece.Length));

        Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/html", null));
        Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/plain", null));
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<section class=related><ul>", 200_000)]
    [InlineData("<a>", 200_000)]
    [InlineData("{\"a\":[", 200_000)]
    public void Two_hundred_thousand_levels_end_in_an_outcome(string level, int times)
    {
        var nested = string.Concat(Enumerable.Repeat(level, times));
        var html = level[0] == '{' ? Sample.Page(head: $"<script type=\"application/ld+json\">{nested}</script>") : Sample.Page(body: nested + Sample.Body);

        Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/html", null));
        Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/plain", null));
    }

    public static TheoryData<string> Hostile => [.. HostileDocument.Pages().Select(page => page.Name).Where(name => !IsOfALine(name))];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_page_that_is_made_to_take_long_does_not(string name)
    {
        var page = HostileDocument.Pages().First(page => page.Name == name);
        var start = Stopwatch.GetTimestamp();

        Assert.NotNull(Read.Reader.Read(page.Body(), null, null));
        Assert.True(Stopwatch.GetElapsedTime(start) < Hanging, $"It took {Stopwatch.GetElapsedTime(start)}.");
    }

    /// <summary>Some of the lines, since the benchmark reads them all: a test is ten times as slow.</summary>
    private static bool IsOfALine(string name) => name.Contains(" of ", StringComparison.Ordinal) && !name.EndsWith("Related", StringComparison.Ordinal) && !name.EndsWith("12.12.2020", StringComparison.Ordinal) && name.Split(' ')[0] is "text" or "paragraph" or "class" or "statements";

    [Fact]
    public void Formatting_that_is_cloned_into_every_paragraph_is_refused()
    {
        var html = "<p>" + string.Concat(Enumerable.Range(0, 400).Select(i => $"<b id={i}>")) + string.Concat(Enumerable.Repeat("</p><p>x", 50_000));

        Assert.IsType<PageOutcome.Unreadable>(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/html", null));
    }

    [Theory]
    [InlineData("%PDF-1.7 ...", "text/html")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0", null)]
    [InlineData("anything", "image/jpeg")]
    [InlineData("{}", "application/json")]
    public void What_is_no_text_is_refused_with_a_sentence(string body, string? type)
    {
        var refused = Assert.IsType<PageOutcome.Unreadable>(Read.Reader.Read(Encoding.Latin1.GetBytes(body), type, null));

        Assert.EndsWith(".", refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_at_all_is_a_page_without_text() =>
        Assert.NotEmpty(Read.Page(Read.Reader.Read(ReadOnlyMemory<byte>.Empty, null, null)).Warnings);

    [Fact]
    public void A_page_that_is_cut_at_five_mebibytes_says_so()
    {
        var html = Sample.Page() + "<!--" + new string('x', FiveMebibytes);

        Assert.Contains(Read.Html(html).Warnings, warning => warning.Contains("5 MiB", StringComparison.Ordinal));
    }
}
