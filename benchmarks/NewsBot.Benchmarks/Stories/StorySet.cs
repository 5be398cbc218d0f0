using System.Text.Json;
using NewsBot.Content.Urls;
using NewsBot.Stories;
using NewsBot.Stories.Vectors;

namespace NewsBot.Benchmarks.Stories;

/// <summary>Articles with the events that people sorted them by, in the order in which they come.</summary>
internal sealed record StorySet(string Name, IReadOnlyList<StorySet.Item> Items)
{
    internal sealed record Item(string Event, ArticleVector Vector);

    public static List<StorySet> Read(string folder) =>
        [.. Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).Select(file => new StorySet(Path.GetFileNameWithoutExtension(file), [.. ReadItems(file)]))];

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
