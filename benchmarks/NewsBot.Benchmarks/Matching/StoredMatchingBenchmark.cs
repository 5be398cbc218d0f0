using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Articles;
using NewsBot.Benchmarks.Generated;
using NewsBot.Benchmarks.Service;
using NewsBot.Storage;
using NewsBot.Stories;
using NewsBot.Topics;
using NewsBot.Topics.Index;
using NewsBot.Topics.Matching;

namespace NewsBot.Benchmarks.Matching;

/// <summary>From a stored article to its matches committed, in a store of the size that is asked for, and what finding, scoring and writing take of it.</summary>
internal sealed class StoredMatchingBenchmark
{
    private const int Seed = 20240607;
    private const int Articles = 40;

    /// <summary>Articles that are matched before any is timed: code is compiled and pages of the store are read.</summary>
    private const int WarmUp = 20;

    private readonly Lexicon lexicon;
    private readonly GeneratedArticle[] articles;
    private readonly GeneratedArticle[] archive;

    private StoredMatchingBenchmark()
    {
        var random = new Random(Seed);
        lexicon = new Lexicon(random);
        articles = [.. Enumerable.Range(0, WarmUp + Articles).Select(_ => GeneratedArticle.Create(lexicon, random))];
        archive = [.. articles, .. Enumerable.Range(0, 20_000).Select(_ => GeneratedArticle.Create(lexicon, random))];
    }

    public static async Task<int> RunAsync(int[] sizes)
    {
        var benchmark = new StoredMatchingBenchmark();
        foreach (var size in sizes is [] ? [10_000, 100_000, 1_000_000] : sizes)
        {
            await benchmark.MeasureAsync(size);
        }

        return 0;
    }

    private async Task MeasureAsync(int size)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-benchmark-");
        var file = Path.Combine(folder.FullName, "newsbot.db");
        try
        {
            var queries = new Subscriptions(lexicon, archive, new Random(Seed)).Create(size).Select(subscription => subscription.Query);
            await SeededStore.CreateAsync(file, queries);
            await using var services = Services(file);
            await MeasureAsync(size, services);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task MeasureAsync(int size, ServiceProvider services)
    {
        var stores = services.GetRequiredService<IDbContextFactory<NewsDb>>();
        var (index, matcher) = (services.GetRequiredService<TopicIndex>(), services.GetRequiredService<ArticleMatcher>());
        var start = Stopwatch.GetTimestamp();
        await using (var db = await stores.CreateDbContextAsync())
        {
            await services.GetRequiredService<TopicIndexLoader>().CatchUpAsync(db, CancellationToken.None);
        }

        Console.WriteLine($"== {size:N0} topics, loaded in {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s");
        var (whole, find, score, matches) = (new List<double>(), new List<double>(), new List<double>(), 0);
        var processor = TimeSpan.Zero;
        foreach (var (number, article) in articles.Index())
        {
            var before = Environment.CpuUsage.TotalTime;
            var elapsed = await StoreAndMatchAsync(stores, matcher, article.Text);
            if (number >= WarmUp)
            {
                processor += Environment.CpuUsage.TotalTime - before;
                whole.Add(elapsed.Milliseconds);
                matches += elapsed.Matches;
                find.Add(Time(() => index.Find(AnalyzedArticle.Of(article.Text), [])));
                score.Add(Time(() => index.Match(AnalyzedArticle.Of(article.Text))));
            }
        }

        var (total, finding, scoring) = (Median(whole), Median(find), Median(score) - Median(find));
        Console.WriteLine($"{matches / (double)Articles:F0} matches an article; stored to committed {total:F1} ms (median; best {whole.Min():F1}, 9 of 10 within {whole.Order().ElementAt(Articles * 9 / 10):F1}); {processor.TotalMilliseconds / Articles:F1} ms of processor time with the storing before");
        Console.WriteLine($"  words and finding {finding:F2} ms = {finding / total:P0}, scoring {scoring:F2} ms = {scoring / total:P0}, reading and writing the store {total - finding - scoring:F2} ms = {1 - ((finding + scoring) / total):P0}");
    }

    /// <summary>Stores an article, and then times what the matching worker does with it.</summary>
    private static async Task<(double Milliseconds, int Matches)> StoreAndMatchAsync(IDbContextFactory<NewsDb> stores, ArticleMatcher matcher, ArticleText text)
    {
        await using (var db = await stores.CreateDbContextAsync())
        {
            var story = new Story { CreatedAt = TimeProvider.System.GetUtcNow() };
            db.Stories.Add(story);
            await db.SaveChangesAsync();
            db.Articles.Add(new Article
            {
                Address = $"https://news.example/{Guid.NewGuid():N}",
                Title = text.Title,
                Text = text.Text,
                Publisher = "Example",
                FirstSeenAt = TimeProvider.System.GetUtcNow(),
                Fingerprint = new byte[16],
                StoryId = story.Id,
                IsNews = true,
            });
            await db.SaveChangesAsync();
        }

        var start = Stopwatch.GetTimestamp();
        await using var store = await stores.CreateDbContextAsync();
        var waiting = await store.Articles.AsNoTracking().Where(article => article.MatchedAt == null).OrderBy(article => article.Id).Take(50).ToListAsync();
        var matches = await matcher.MatchAsync(store, waiting, CancellationToken.None);
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, matches);
    }

    private static double Time(Action call)
    {
        var start = Stopwatch.GetTimestamp();
        call();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static ServiceProvider Services(string file) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(TimeProvider.System)
        .Configure<StorageOptions>(options => options.ConnectionString = $"Data Source={file}")
        .AddStorage()
        .AddTopics()
        .BuildServiceProvider();
}
