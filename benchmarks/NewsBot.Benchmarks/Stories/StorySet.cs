using System.Text.Json;
using NewsBot.Content.Urls;
using NewsBot.Stories;
using NewsBot.Stories.Vectors;
using NewsBot.Tests.Stories;

namespace NewsBot.Benchmarks.Stories;

/// <summary>Articles with the events that people sorted them by, in the order in which they come.</summary>
internal sealed record StorySet(string Name, IReadOnlyList<StorySet.Item> Items)
{
    internal sealed record Item(string Event, ArticleVector Vector);

    public static List<StorySet> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).Select(file => new StorySet(Path.GetFileNameWithoutExtension(file), [.. ReadItems(file)]))];

    /// <summary>Reports of a few lines, of our own writing: the judged collections hold long ones alone.</summary>
    public static IEnumerable<StorySet> Short() =>
        [new StorySet("short-english", [.. ReadShort(EnglishEvents.Text, "en")]), new StorySet("short-german", [.. ReadShort(GermanEvents.Text, "de")])];

    /// <summary>Lines "= title | text" of one event, each event followed by look-alikes "- title | text".</summary>
    private static IEnumerable<Item> ReadShort(string lines, string language)
    {
        var preparer = new ArticlePreparer();
        var (events, previous, items) = (0, '-', new List<Item>());
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            events += line[0] == '-' || previous == '-' ? 1 : 0;
            previous = line[0];
            var parts = line[2..].Split(" | ");
            items.Add(new Item($"{language}-{events}", preparer.Prepare(parts[0], parts[1], language, null, DateTimeOffset.UnixEpoch).Vector));
        }

        return items.Index().OrderBy(item => item.Index * 7 % items.Count).Select(item => item.Item);
    }

    private static IEnumerable<Item> ReadItems(string file)
    {
        var preparer = new ArticlePreparer();
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            string Text(string property) => json.RootElement.GetProperty(property).GetString()!;
            var prepared = preparer.Prepare(Text("title"), Text("text"), null, CanonicalUrl.HostName(new Uri(Text("url"))), json.RootElement.GetProperty("published").GetDateTimeOffset());
            yield return new Item(Text("story"), prepared.Vector);
        }
    }
}
