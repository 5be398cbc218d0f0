using System.Globalization;
using System.Text.Json;
using NewsBot.Sources.Feeds;

namespace NewsBot.Benchmarks.Reading.Scoring;

/// <summary>A feed of gofeed's suite with the JSON that it expects: of its parsers (raw), or of its translator (unified).</summary>
/// <param name="Feed">The feed's file.</param>
/// <param name="Expected">The file of what is expected.</param>
internal sealed record GofeedCase(string Feed, string Expected)
{
    public static IReadOnlyList<GofeedCase> All(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(expected => (Expected: expected, Feed: FeedOf(expected)))
            .Where(one => one.Feed is not null)
            .Select(one => new GofeedCase(one.Feed!, one.Expected)),
    ];

    /// <summary>Every title, link, id and date that is expected, with what was read.</summary>
    public IEnumerable<(string Kind, string Wanted, string? Found)> Compare()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Expected));
        var feed = (FeedReader.Read(File.ReadAllBytes(Feed), null, null) as FeedReadResult.Read)?.Feed;
        var pairs = Pairs(expected.RootElement, feed?.Title, feed?.Link, feed?.Id, feed?.Updated, feed?.Updated).ToList();
        var items = expected.RootElement.TryGetProperty("items", out var rss) || expected.RootElement.TryGetProperty("entries", out rss) ? rss : default;
        for (var index = 0; items.ValueKind == JsonValueKind.Array && index < items.GetArrayLength(); index++)
        {
            var entry = feed?.Entries.ElementAtOrDefault(index);
            pairs.AddRange(Pairs(items[index], entry?.Title, entry?.Link, entry?.Id, entry?.Published, entry?.Updated ?? entry?.Published));
        }

        return pairs;
    }

    private static IEnumerable<(string Kind, string Wanted, string? Found)> Pairs(
        JsonElement expected, string? title, string? link, string? id, DateTimeOffset? published, DateTimeOffset? updated)
    {
        (string Kind, string Name, string? Found)[] fields =
        [
            ("title", "title", title), ("link", "link", link), ("id", "id", id), ("id", "guid", id),
            ("date", "publishedParsed", Stamp(published)), ("date", "updatedParsed", Stamp(updated)),
        ];
        foreach (var (kind, name, found) in fields)
        {
            if (!expected.TryGetProperty(name, out var value))
            {
                continue;
            }

            var wanted = value.ValueKind == JsonValueKind.Object ? value.GetProperty("value").GetString()! : value.GetString()!;
            yield return (kind, kind == "date" ? Stamp(DateTimeOffset.Parse(wanted, CultureInfo.InvariantCulture))! : wanted, found);
        }
    }

    private static string? Stamp(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string? FeedOf(string expected)
    {
        var stem = expected.EndsWith("_expected.json", StringComparison.Ordinal) ? expected[..^"_expected.json".Length] : expected[..^".json".Length];
        return new[] { $"{stem}.xml", $"{stem}.json" }.FirstOrDefault(feed => feed != expected && File.Exists(feed));
    }
}
