using System.Diagnostics;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Content.Html;
using NewsBot.Fetching;
using NewsBot.Hosting;
using NewsBot.Sources;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Polling;
using NewsBot.Storage;
using SyndicationFeed = System.ServiceModel.Syndication.SyndicationFeed;

namespace NewsBot.Benchmarks.Polling;

/// <summary>Reading and storing feeds, with the program's own reader and with the two that a .NET programmer would take; all else is the same.</summary>
internal static class StoringBenchmark
{
    private const int Feeds = 500;
    private const int Entries = 30;
    private const int Rounds = 9;

    public static async Task<int> RunAsync()
    {
        var bodies = Enumerable.Range(0, Feeds).Select(number => Encoding.UTF8.GetBytes(FeedFarm.Feed($"feed-{number}.example", 6_000_000, Entries))).ToList();
        var readers = new (string Name, Func<byte[], Uri, Feed> Read)[]
        {
            ("NewsBot", (body, address) => ((FeedReadResult.Read)NewsBot.Sources.Feeds.FeedReader.Read(body, "application/rss+xml", address)).Feed),
            ("System.ServiceModel.Syndication", (body, _) => BySyndication(body)),
            ("CodeHollow.FeedReader", (body, _) => ByCodeHollow(body)),
        };
        var best = new Dictionary<string, (double Read, double All)>();
        for (var round = 0; round < Rounds; round++)
        {
            // Each goes first as often as the others do.
            foreach (var (name, read) in readers.Skip(round % readers.Length).Concat(readers.Take(round % readers.Length)))
            {
                var alone = Stopwatch.GetTimestamp();
                _ = bodies.Sum(body => read(body, new Uri("https://feed.example/")).Entries.Count);
                var reading = Stopwatch.GetElapsedTime(alone).TotalSeconds;
                var all = await StoreAsync(bodies, read);
                var known = best.GetValueOrDefault(name, (double.MaxValue, double.MaxValue));
                best[name] = (Math.Min(known.Item1, reading), Math.Min(known.Item2, all));
            }
        }

        var ours = best[readers[0].Name];
        foreach (var (name, _) in readers)
        {
            var (read, all) = best[name];
            Console.WriteLine($"{name,-32} read and store {Feeds / all,7:N0} feeds/s, {Feeds * Entries / all,8:N0} entries/s ({all / ours.All:F2} of NewsBot's time); read alone {Feeds / read,7:N0} feeds/s ({read / ours.Read:F2})");
        }

        return 0;
    }

    private static async Task<double> StoreAsync(List<byte[]> bodies, Func<byte[], Uri, Feed> read)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-benchmark-");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.Configure<StorageOptions>(storage => storage.ConnectionString = $"Data Source={Path.Combine(folder.FullName, "newsbot.db")}");
        builder.Services.AddStorage().AddWorkers().AddSources();
        using var host = builder.Build();
        await using (var db = await host.Services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync())
        {
            await db.Database.MigrateAsync();
            db.Sources.AddRange(bodies.Select((_, number) => new Source { Address = $"https://feed-{number}.example/feed.xml" }));
            await db.SaveChangesAsync();
        }

        var check = host.Services.GetRequiredService<SourcePoller>();
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < bodies.Count; number++)
        {
            var address = new Uri($"https://feed-{number}.example/feed.xml");
            var fetched = new FetchOutcome.Fetched(bodies[number], "application/rss+xml", address, null, null, null, null);
            await check.RecordAsync(new PollResult(number + 1, fetched, new FeedReadResult.Read(read(bodies[number], address))), CancellationToken.None);
        }

        var taken = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        return taken;
    }

    private static Feed BySyndication(byte[] body)
    {
        using var xml = XmlReader.Create(new MemoryStream(body));
        var feed = SyndicationFeed.Load(xml);
        return Of(feed.Title.Text, feed.Items.Select(item => Entry(
            item.Id, item.Title.Text, item.Links.FirstOrDefault()?.Uri.AbsoluteUri, item.PublishDate, item.Summary?.Text, item.Categories.Select(tag => tag.Name))));
    }

    private static Feed ByCodeHollow(byte[] body)
    {
        var feed = CodeHollow.FeedReader.FeedReader.ReadFromByteArray(body);
        return Of(feed.Title, feed.Items.Select(item => Entry(item.Id, item.Title, item.Link, item.PublishingDate, item.Description, item.Categories)));
    }

    private static Feed Of(string title, IEnumerable<FeedEntry> entries) => new(title, null, null, null, null, null, null, [.. entries], []);

    private static FeedEntry Entry(string? id, string title, string? link, DateTimeOffset? published, string? summary, IEnumerable<string> tags) =>
        new(id, title, link, published?.ToUniversalTime(), null, [], HtmlToText.OfHtml(summary ?? ""), "", [.. tags]);
}
