using System.Text.Json;
using NewsBot.Content.Dates;
using NewsBot.Sources.Feeds;

namespace NewsBot.Benchmarks.Reading.Scoring;

/// <summary>How right feeds are read, by what the test suites of feedparser and gofeed expect.</summary>
internal static class FeedSuites
{
    /// <summary>"read" over all cases, and "core" over those that ask for a title, link, id, text, date or author.</summary>
    public static IReadOnlyList<Tally> Feedparser(string folder)
    {
        var readings = FeedparserCase.All(folder).Select(feedparserCase => (Case: feedparserCase, Reading: feedparserCase.Read(folder))).ToList();
        return
        [
            Tally.Over("read", readings, one => one.Reading is FeedReadResult.Read, one => Describe(one.Case)),
            Tally.Over("core", [.. readings.Where(one => one.Case.IsCore)], one => one.Case.Holds(one.Reading), one => Describe(one.Case)),
        ];
    }

    /// <summary>"core" over each fifth of the suite's folders of kinds: how far the whole figure rests on kinds that were looked at.</summary>
    public static IReadOnlyList<double> FeedparserFolds(string folder)
    {
        const int folds = 5;
        return
        [
            .. FeedparserCase.All(folder).Where(one => one.IsCore)
                .GroupBy(one => one.Path.Sum(letter => letter) % folds)
                .Select(fold => Tally.Over("core", [.. fold], one => one.Holds(one.Read(folder)), Describe).Share),
        ];
    }

    /// <summary>"title", "link", "id" and "date" over every one that is expected of a feed or an item.</summary>
    public static IReadOnlyList<Tally> Gofeed(string folder) =>
    [
        .. GofeedCase.All(folder)
            .SelectMany(gofeedCase => gofeedCase.Compare().Select(pair => (gofeedCase.Feed, pair.Kind, pair.Wanted, pair.Found)))
            .GroupBy(pair => pair.Kind)
            .Select(kind => Tally.Over(
                kind.Key, [.. kind], pair => FeedparserCase.Same(pair.Found, pair.Wanted), pair => $"{Path.GetFileName(pair.Feed)}: wanted {pair.Wanted}, found {pair.Found}")),
    ];

    /// <summary>Strings that are dates must be read, and those that are none refused.</summary>
    public static Tally Dates(string folder)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "date-cases.json")));
        var dates = cases.RootElement.EnumerateArray()
            .Select(item => (Input: item.GetProperty("input").GetString()!, Wanted: item.GetProperty("utc").GetString()))
            .Select(item => (item.Input, item.Wanted, Found: DateParser.Parse(item.Input)?.ToString("yyyy-MM-dd'T'HH:mm:ss", null)))
            .ToList();
        return Tally.Over("dates", dates, date => date.Found == date.Wanted, date => $"{date.Input}: wanted {date.Wanted ?? "none"}, found {date.Found ?? "none"}");
    }

    private static string Describe(FeedparserCase one) => $"{one.Path}: {one.Expect}";
}
