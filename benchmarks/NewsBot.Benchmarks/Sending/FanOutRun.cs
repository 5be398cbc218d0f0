using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Outbox;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Faults;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Benchmarks.Sending;

/// <summary>One story to a million followers, while somebody else writes to the same store.</summary>
internal static class FanOutRun
{
    private const int Followers = 1_000_000;

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
        await using var service = CommandLine.NewsService.Build(CommandLine.NewsService.Builder(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = new SandboxOptions().Token,
            ["Storage:ConnectionString"] = $"Data Source={world.StoreFile}",
            ["Logging:LogLevel:Default"] = "None",
        }));
        var fanOut = service.Services.GetRequiredService<FanOut>();
        var stores = service.Services.GetRequiredService<IDbContextFactory<NewsDb>>();
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() => LongestWriteAsync(stores, stop.Token));
        var start = Stopwatch.GetTimestamp();
        while (await fanOut.RunChunkAsync(CancellationToken.None))
        {
        }

        var taken = Stopwatch.GetElapsedTime(start);
        await stop.CancelAsync();
        await using var db = await stores.CreateDbContextAsync();
        Console.WriteLine(
            $"fan-out of one story to {await db.Deliveries.CountAsync():N0} followers: {taken.TotalSeconds:F1} s, "
            + $"longest wait of another writer {(await writer).TotalMilliseconds:F0} ms, peak memory {PeakMegabytes():F0} MB");
    }

    private static async Task<TimeSpan> LongestWriteAsync(IDbContextFactory<NewsDb> stores, CancellationToken stop)
    {
        var longest = TimeSpan.Zero;
        for (var number = 1; !stop.IsCancellationRequested; number++)
        {
            await using var db = await stores.CreateDbContextAsync(CancellationToken.None);
            var start = Stopwatch.GetTimestamp();
            await db.Subscribers.Where(one => one.Id == number).ExecuteUpdateAsync(set => set.SetProperty(one => one.Language, "de"), CancellationToken.None);
            longest = TimeSpan.FromTicks(Math.Max(longest.Ticks, Stopwatch.GetElapsedTime(start).Ticks));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, CancellationToken.None);
        }

        return longest;
    }

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
