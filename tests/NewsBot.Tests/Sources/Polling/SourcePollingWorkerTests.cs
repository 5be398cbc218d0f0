using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Hosting;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Sources.Polling;

public sealed class SourcePollingWorkerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sources_are_watched_and_one_that_fails_holds_up_nobody()
    {
        await using var site = await NewsSite.StartAsync();
        await using var other = await NewsSite.StartAsync();
        site.Answer("/feed", Some.Rss(Some.Item(1)));
        using var store = new TemporaryStore();
        using var host = HostOf(store, site.At("/missing"), site.At("/feed"), other.At("/missing"));

        await host.StartAsync(Stop);
        await Eventually.HoldsAsync(() => Snapshot(store).All(source => source.Failures > 0 || source.BaselineAt is not null));
        await host.StopAsync(Stop);

        Assert.Equal([1, 0, 1], Snapshot(store).Select(source => Math.Min(source.Failures, 1)));
        await using var db = store.Open();
        Assert.Equal(1, await db.Entries.CountAsync(Stop));
    }

    [Fact]
    public async Task A_restart_causes_no_burst()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/feed", Some.Rss(Some.Item(1)));
        using var store = new TemporaryStore();
        for (var start = 0; start < 3; start++)
        {
            using var host = HostOf(store, site.At("/feed"));
            await host.StartAsync(Stop);
            await Eventually.HoldsAsync(() => Snapshot(store).All(source => source.BaselineAt is not null));
            await host.StopAsync(Stop);
        }

        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_thousand_sites_that_answer_a_byte_every_ten_seconds_hold_up_nobody()
    {
        await using var slow = await NewsSite.StartAsync();
        await using var site = await NewsSite.StartAsync();
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var dripped = 0;
        slow.Answer("/feed", async context =>
        {
            for (; ; await Task.Delay(TimeSpan.FromSeconds(10), time, context.RequestAborted))
            {
                await context.Response.WriteAsync("<", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                Interlocked.Increment(ref dripped);
            }
        });
        site.Answer("/feed", Some.Rss(Some.Item(1)));
        using var store = new TemporaryStore();

        // Those that answer come last.
        using var host = HostOf(store, time, [.. Named("slow", 1_000, slow), .. Named("quick", 20, site)]);

        await host.StartAsync(Stop);
        await AfterAsync(TimeSpan.FromMilliseconds(50), () => site.Requests.Count == 20);
        Assert.True(slow.Requests.Count > 900); // The slow ones have begun, and none has ended.
        Assert.DoesNotContain(Snapshot(store), source => source.Failures > 0);

        // They go on until their time is over, and are told as failures then.
        await AfterAsync(TimeSpan.FromSeconds(1), () => Volatile.Read(ref dripped) > 2 * slow.Requests.Count);
        await AfterAsync(TimeSpan.FromSeconds(1), () => Snapshot(store).Count(source => source.Failures > 0) > 900);
        Assert.All(Snapshot(store).TakeLast(20), source => Assert.Equal((0, true), (source.Failures, source.BaselineAt is not null)));
        await host.StopAsync(Stop);

        Task AfterAsync(TimeSpan step, Func<bool> holds) => Eventually.HoldsAsync(() =>
        {
            time.Advance(step);
            return holds();
        });
    }

    /// <summary>Feeds of as many hosts, all of them this one site.</summary>
    private static IEnumerable<Uri> Named(string name, int hosts, NewsSite site) =>
        Enumerable.Range(0, hosts).Select(number => new UriBuilder(site.At("/feed")) { Host = $"{name}-{number}.example" }.Uri);

    private static IHost HostOf(TemporaryStore store, params Uri[] feeds) => HostOf(store, TimeProvider.System, feeds);

    private static IHost HostOf(TemporaryStore store, TimeProvider time, Uri[] feeds)
    {
        using (var db = store.Open())
        {
            var known = db.Sources.Select(source => source.Address).ToHashSet();
            db.Sources.AddRange(feeds.Where(feed => !known.Contains(feed.AbsoluteUri))
                .Select(feed => new Source { Address = feed.AbsoluteUri, NextCheckAt = DateTimeOffset.UnixEpoch }));
            db.SaveChanges();
        }

        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddSingleton(store.Factory);
        builder.Services.AddSingleton(typeof(WorkSignal<>));
        builder.Services.AddSingleton<Heartbeats>();
        builder.Services.AddSingleton<WorkerContext>();
        builder.Services.AddSingleton(Some.Options(options => options.Timeout = TimeSpan.FromMinutes(2)));
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<Func<string, CancellationToken, Task<IPAddress[]>>>((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        builder.Services.AddSources();
        return builder.Build();
    }

    private static List<Source> Snapshot(TemporaryStore store)
    {
        using var db = store.Open();
        return [.. db.Sources.AsNoTracking().OrderBy(source => source.Id)];
    }
}
