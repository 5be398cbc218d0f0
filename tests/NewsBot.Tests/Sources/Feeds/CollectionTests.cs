using System.Text.Json;
using NewsBot.Sources.Feeds;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Sources.Feeds;

/// <summary>Feeds of other readers' test suites, kept outside the repository: the folder is named by NEWSBOT_CORPORA.</summary>
public sealed class CollectionTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("feeds-feedparser", 0.97)]
    [InlineData("feeds-gofeed", 0.9)]
    public void Nearly_every_feed_of_a_collection_is_read_as_one(string collection, double share)
    {
        var files = Directory.EnumerateFiles(Corpora.Folder(collection), "*.xml", SearchOption.AllDirectories).Order().ToList();

        var unread = files.Where(file => FeedReader.Read(File.ReadAllBytes(file), null, new Uri("http://127.0.0.1:8097/feed.xml")) is not FeedReading.Read).ToList();

        output.WriteLine($"{files.Count - unread.Count} of {files.Count} are read; not: {string.Join(", ", unread.Select(Path.GetFileName))}");
        Assert.InRange((files.Count - unread.Count) / (double)files.Count, share, 1);
    }

    [Fact]
    public void Most_dates_of_the_collection_are_read_as_it_says()
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(Corpora.Folder("feeds-feedparser"), "date-cases.json")));
        var wrong = cases.RootElement.EnumerateArray()
            .Select(item => (Input: item.GetProperty("input").GetString()!, Expected: item.GetProperty("utc").GetString()))
            .Where(item => FeedDate.Parse(item.Input)?.ToString("yyyy-MM-dd'T'HH:mm:ss", null) != item.Expected)
            .ToList();

        output.WriteLine($"{wrong.Count} of {cases.RootElement.GetArrayLength()} differ: {string.Join("; ", wrong)}");
        Assert.InRange(wrong.Count, 0, cases.RootElement.GetArrayLength() / 4);
    }
}
