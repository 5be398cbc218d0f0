using System.Diagnostics;
using NewsBot.Benchmarks.Generated;
using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Content.Urls;
using NewsBot.Stories;

namespace NewsBot.Benchmarks.Stories;

/// <summary>How well articles are grouped on judged pairs, told one by one, and how fast in how much memory.</summary>
internal static class StoryBenchmark
{
    private const int Generated = 30_000;

    /// <summary>Titles with this share of words in common are taken for one story where nothing better is at hand.</summary>
    private const double AlikeTitles = 0.3;

    public static int Run()
    {
        if (Collection.Folder("stories-pairs") is not { } folder)
        {
            Console.Error.WriteLine("NEWSBOT_CORPORA must name a folder that holds stories-pairs.");
            return 1;
        }

        List<StoryPair> pairs = [.. StoryPair.Read(folder)];
        var stories = Group(pairs);
        Tell("English", [.. pairs.Where(pair => pair.Language == "en")], stories);
        Tell("Russian", [.. pairs.Where(pair => pair.Language != "en")], stories);
        Tell("together", pairs, stories);
        Console.WriteLine($"  titles with {AlikeTitles:P0} of their words in common, for comparison: {Score(pairs, pair => TitleLikeness(pair) >= AlikeTitles)}");
        TellSpeed();
        return 0;
    }

    private static Dictionary<string, long> Group(List<StoryPair> pairs)
    {
        var (desk, stories) = (new RecentStories(), new Dictionary<string, long>());
        foreach (var article in pairs.SelectMany(pair => new[] { pair.First, pair.Second }))
        {
            if (!stories.ContainsKey(article.Address))
            {
                var reading = desk.Read(article.Title, article.Text, null, CanonicalUrl.HostName(new Uri(article.Address)), DateTimeOffset.UnixEpoch);
                var story = desk.FindStory(reading) ?? stories.Count;
                desk.Keep(stories.Count, story, reading);
                stories.Add(article.Address, story);
            }
        }

        return stories;
    }

    private static void Tell(string which, List<StoryPair> pairs, Dictionary<string, long> stories) =>
        Console.WriteLine($"stories-pairs, {which}: {Score(pairs, pair => stories[pair.First.Address] == stories[pair.Second.Address])}");

    private static string Score(List<StoryPair> pairs, Func<StoryPair, bool> isSame)
    {
        var found = pairs.Count(pair => pair.IsSame && isSame(pair));
        var wrong = pairs.Count(pair => !pair.IsSame && isSame(pair));
        var missed = pairs.Count(pair => pair.IsSame) - found;
        return $"{pairs.Count} pairs, {found + missed} of one story: {found} found, {missed} missed, {wrong} wrong; "
            + $"F1 {2.0 * found / Math.Max(1, (2 * found) + missed + wrong):F3}, precision {(double)found / Math.Max(1, found + wrong):F3}";
    }

    private static double TitleLikeness(StoryPair pair)
    {
        var (one, other) = (Words(pair.First.Title), Words(pair.Second.Title));
        return (double)one.Intersect(other).Count() / Math.Max(1, one.Union(other).Count());
    }

    private static HashSet<string> Words(string title) => [.. title.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static void TellSpeed()
    {
        var (desk, lexicon, random) = (new RecentStories(), new Lexicon(new Random(1)), new Random(2));
        var texts = Enumerable.Range(0, Generated).Select(_ => GeneratedArticle.Create(lexicon, random).Text).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (start, merged) = (Stopwatch.GetTimestamp(), 0);
        for (var id = 0; id < texts.Count; id++)
        {
            var reading = desk.Read(texts[id].Title, texts[id].Text, "en", null, DateTimeOffset.UnixEpoch);
            var story = desk.FindStory(reading);
            merged += story is null ? 0 : 1;
            desk.Keep(id, story ?? id, reading);
        }

        var time = Stopwatch.GetElapsedTime(start);
        Console.WriteLine($"{Generated} generated articles: {Generated / time.TotalSeconds:F0} a second read, grouped and kept, {merged} of them merged, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024 / 1024} MiB");
        GC.KeepAlive(texts);
        GC.KeepAlive(desk);
    }
}
