using System.Diagnostics;
using NewsBot.Benchmarks.Generated;
using NewsBot.Stories;
using NewsBot.Stories.Copies;

namespace NewsBot.Benchmarks.Stories;

/// <summary>What placing an article costs among many recent ones.</summary>
internal static class PlacementBenchmark
{
    private const int Measured = 300;

    public static void Run()
    {
        foreach (var recentArticles in new[] { 1_000, 5_000, 20_000 })
        {
            Measure(recentArticles);
        }
    }

    private static void Measure(int recentArticles)
    {
        var (preparer, recent) = (new ArticlePreparer(), new RecentStories(recentArticles));
        var (lexicon, random) = (new Lexicon(new Random(1)), new Random(2));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var id = 0; id < recentArticles; id++)
        {
            Place(id, Prepare());
        }

        var memory = GC.GetTotalMemory(forceFullCollection: true) - before;
        var articles = Enumerable.Range(0, Measured).Select(_ => GeneratedArticle.Create(lexicon, random).Text).ToList();
        var (preparing, placing) = (TimeSpan.Zero, TimeSpan.Zero);
        foreach (var (index, text) in articles.Index())
        {
            var start = Stopwatch.GetTimestamp();
            var compared = preparer.Prepare(text.Title, text.Text, "en", $"paper{random.Next(50)}.example", DateTimeOffset.UnixEpoch);
            preparing += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            Place(recentArticles + index, compared);
            placing += Stopwatch.GetElapsedTime(start);
        }

        Console.WriteLine(
            $"{recentArticles} recent articles: reading {preparing.TotalMilliseconds / Measured:F2} ms, placing {placing.TotalMilliseconds / Measured:F2} ms an article, {memory / 1024 / 1024} MiB");
        GC.KeepAlive(recent);

        ComparedArticle Prepare()
        {
            var text = GeneratedArticle.Create(lexicon, random).Text;
            return preparer.Prepare(text.Title, text.Text, "en", $"paper{random.Next(50)}.example", DateTimeOffset.UnixEpoch);
        }

        void Place(long id, ComparedArticle compared)
        {
            _ = recent.CopyCandidates(compared);
            var placement = recent.Place(compared);
            recent.Add(id, placement.Story ?? id, new RecentArticle(ShingleSample.Of(compared.Shingles), compared.Vector, placement.Neighbours), isCopy: false);
        }
    }
}
