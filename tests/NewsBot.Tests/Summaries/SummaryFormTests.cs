using System.IO.Compression;
using NewsBot.Articles;
using NewsBot.Summaries;
using NewsBot.Tests.Articles.Extraction;
using NewsBot.Tests.Support;
using Read = NewsBot.Tests.Articles.Extraction.Read;

namespace NewsBot.Tests.Summaries;

/// <summary>Summaries of the sample pages and of collected pages keep their form.</summary>
public sealed class SummaryFormTests(ITestOutputHelper output)
{
    private static readonly SummaryOptions Options = new();

    [Fact]
    public void Summaries_of_collected_pages_keep_the_form()
    {
        var files = Directory.GetFiles(Path.Combine(Corpora.Folder("pages-news"), "html")).Order(StringComparer.Ordinal).ToList();
        var readings = files.Select(file => Read.Page(Read.Reader.Read(Unzip(file), "text/html; charset=utf-8", null))).ToList();
        var faults = readings.SelectMany(FaultsOf).ToList();
        output.WriteLine($"{readings.Count} pages, {readings.Count(reading => Choose(reading).Count > 0)} with a summary, {faults.Count} faults");
        Assert.Equal([], faults);
    }

    [Theory]
    [InlineData("“They will stay,” he said.", "A pronoun")]
    [InlineData("“They will stay until the summer.”", "speaker")]
    [InlineData("It was opened in 1912.", "A pronoun")]
    [InlineData("Some 400 people work there.", "source")]
    [InlineData("The bridge of Larnow is to close today.", "headline")]
    [InlineData("ferries sail every ten minutes.", "begins within")]
    [InlineData("No such sentence stands there at all.", "verbatim")]
    public void The_form_check_finds(string sentence, string fault)
    {
        const string text =
            "The bridge of Larnow is to close today.\n\n“They will stay,” he said. It was opened in 1912. The mayor said on Monday that the yard suffers. "
            + "Some 400 people work there. Every day ferries sail every ten minutes.\n\n“They will stay until the summer.”";
        Assert.Contains(SummaryForm.Faults([sentence], "Bridge of Larnow is to close", text, Options), found => found.Contains(fault, StringComparison.Ordinal));
    }

    private static IEnumerable<string> FaultsOf(PageContent reading) =>
        SummaryForm.Faults(Choose(reading), reading.Title, reading.Text, Options);

    private static IReadOnlyList<string> Choose(PageContent reading) =>
        Summarizer.Choose(reading.Title, reading.Text, reading.Language, null, Options);

    private static byte[] Unzip(string path)
    {
        using var zip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
