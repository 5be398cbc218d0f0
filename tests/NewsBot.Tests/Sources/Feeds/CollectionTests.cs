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

    [Fact]
    public void The_core_of_feedparsers_suite_is_read_as_it_says()
    {
        var folder = Corpora.Folder("feeds-feedparser");
        var cases = FeedparserCase.All(folder);

        var readings = cases.Select(one => (Case: one, Reading: one.Read(folder))).ToList();
        var unread = readings.Where(one => one.Reading is not FeedReading.Read).ToList();
        var core = readings.Where(one => one.Case.IsCore).ToList();
        var wrong = core.Where(one => !one.Case.Holds(one.Reading)).ToList();

        output.WriteLine($"read: {cases.Count - unread.Count} of {cases.Count}; core right: {core.Count - wrong.Count} of {core.Count}");
        output.WriteLine(string.Join('\n', unread.Select(one => $"unread {one.Case.Path}: {one.Case.Expect}")));
        output.WriteLine(string.Join('\n', wrong.Select(one => $"wrong {one.Case.Path}: {one.Case.Expect}")));
        Assert.InRange((cases.Count - unread.Count) / (double)cases.Count, 0.997, 1);
        Assert.InRange((core.Count - wrong.Count) / (double)core.Count, 0.985, 1);
    }

    [Fact]
    public void The_titles_links_ids_and_dates_of_gofeeds_suite_are_read_as_it_says()
    {
        var cases = GofeedCase.All(Corpora.Folder("feeds-gofeed"));
        var least = new Dictionary<string, double>(StringComparer.Ordinal) { ["title"] = 0.98, ["link"] = 0.94, ["id"] = 0.95, ["date"] = 0.9 };

        var compared = cases.SelectMany(one => one.Compare().Select(pair => (Case: one, pair.Kind, pair.Wanted, pair.Found))).ToLookup(pair => pair.Kind);

        foreach (var kind in compared)
        {
            var wrong = kind.Where(pair => !FeedparserCase.Same(pair.Found, pair.Wanted)).ToList();
            output.WriteLine($"{kind.Key}: {kind.Count() - wrong.Count} of {kind.Count()}");
            output.WriteLine(string.Join('\n', wrong.Select(pair => $"  {Path.GetFileName(pair.Case.Feed)}: wanted {pair.Wanted}, found {pair.Found}")));
            Assert.InRange((kind.Count() - wrong.Count) / (double)kind.Count(), least[kind.Key], 1);
        }
    }
}
