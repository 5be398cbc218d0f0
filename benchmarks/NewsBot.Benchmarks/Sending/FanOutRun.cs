using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.CommandLine;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Faults;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Benchmarks.Sending;

/// <summary>One story to a million followers, while others write to the same store, as updates, articles and outcomes are.</summary>
internal static class FanOutRun
{
    private const int Followers = 1_000_000;
    private const int Writers = 3;

    public static async Task RunAsync()
    {
        await using var world = await SendingWorld.StartAsync(new SandboxOptions(), new Latency(), Followers, inSandbox: false);
        NewsRun.AddTopic(world, 1, "harbour festival");
        world.Do(
            """
            INSERT INTO "Subscriptions" ("SubscriberId", "TopicId", "Level", "CreatedAt") SELECT "Id", 1, 1, 0 FROM "Subscribers"
            """);
        NewsRun.AddMatch(world);

        // The service is put together and its loops are not started.
        await using var service = CommandLine.ServiceHost.Build(CommandLine.ServiceHost.Builder(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = new SandboxOptions().Token,
            ["Storage:ConnectionString"] = $"Data Source={world.StoreFile}",
            ["Logging:LogLevel:Default"] = "None",
        }));
        var fanOut = service.Services.GetRequiredService<FanOut>();
        var stores = service.Services.GetRequiredService<IDbContextFactory<NewsDb>>();
        await WriteAsync(stores, 1); // The first one compiles what it needs, which is no waiting.
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(_ => Task.Run(() => WritesAsync(stores, stop.Token))).ToList();
        var start = Stopwatch.GetTimestamp();
        var locked = TimeSpan.Zero;
        while (await fanOut.RunChunkAsync(CancellationToken.None))
        {
            locked = fanOut.LastChunk > locked ? fanOut.LastChunk : locked;
        }

        var taken = Stopwatch.GetElapsedTime(start);
        await stop.CancelAsync();
        List<double> writes = [.. (await Task.WhenAll(writers)).SelectMany(list => list).Order()];
        await using var db = await stores.CreateDbContextAsync();
        Console.WriteLine(
            $"fan-out of one story to {await db.Deliveries.CountAsync():N0} followers: {taken.TotalSeconds:F1} s, "
            + $"longest write lock {locked.TotalMilliseconds:F0} ms, peak memory {PeakMegabytes():F0} MB; {writes.Count:N0} writes of {Writers} others meanwhile: "
            + $"p50 {writes[writes.Count / 2]:F0} ms, p99 {writes[(int)(writes.Count * 0.99)]:F0} ms, longest {writes[^1]:F0} ms");
    }

    /// <summary>The milliseconds that each took, its own commit included.</summary>
    private static async Task<List<double>> WritesAsync(IDbContextFactory<NewsDb> stores, CancellationToken stop)
    {
        var taken = new List<double>();
        for (var number = 2; !stop.IsCancellationRequested; number++)
        {
            var start = Stopwatch.GetTimestamp();
            await WriteAsync(stores, number);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }

        return taken;
    }

    /// <summary>A transaction of the kind that handles an update or files an article.</summary>
    private static async Task WriteAsync(IDbContextFactory<NewsDb> stores, int number)
    {
        await using var db = await stores.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var person = await db.Subscribers.SingleAsync(subscriber => subscriber.Id == number, CancellationToken.None);
        person.Language = "de";
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
