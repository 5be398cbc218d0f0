using System.Text.Json;
using NewsBot.Sources.Feeds;

namespace NewsBot.Tests.Sources.Feeds;

/// <summary>Feeds of the kinds and faults that are met, each with what is to be read of it in expected.jsonl.</summary>
public sealed class FeedSamplesTests
{
    private static readonly Uri Address = new("https://harbour.example/feed");

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Sources", "Feeds", "Samples");

    public static TheoryData<string> Samples => [.. File.ReadLines(Path.Combine(Folder, "expected.jsonl"))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_read_as_expected(string line)
    {
        using var document = JsonDocument.Parse(line);
        var expected = document.RootElement;
        var feed = Assert.IsType<FeedReadResult.Read>(
            FeedReader.Read(File.ReadAllBytes(Path.Combine(Folder, expected.GetProperty("file").GetString()!)), null, Address)).Feed;

        Assert.Equal((expected.GetProperty("title").GetString(), expected.GetProperty("link").GetString()), (feed.Title, feed.Link));
        Assert.Equal(
            expected.GetProperty("entries").EnumerateArray().Select(entry => string.Join(" | ", entry.EnumerateArray())),
            feed.Entries.Select(entry => string.Join(
                " | ", entry.Id, entry.Title, entry.Link, entry.Published?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null), string.Join(", ", entry.Authors), entry.Content.Length > 0 ? entry.Content : entry.Summary)));
    }
}
