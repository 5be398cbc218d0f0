using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsBot.Sources;
using NewsBot.Sources.Polling;
using NewsBot.Storage;
using NewsBot.Telemetry;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Sources.Polling;

public sealed class SourcePollingLoopTests
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
    public async Task A_round_gives_a_sign_of_life_after_each_source()
    {
        await using var slow = await NewsSite.StartAsync();
        await using var hung = await NewsSite.StartAsync();
        var (slowGate, hungGate) = (new TaskCompletionSource(), new TaskCompletionSource());
        slow.Answer("/feed", _ => slowGate.Task);
        hung.Answer("/feed", _ => hungGate.Task);
        using var store = new TemporaryStore();
        using var host = HostOf(store, slow.At("/feed"), hung.At("/feed"));
        var beats = host.Services.GetRequiredService<LoopBeats>();

        await host.StartAsync(Stop);
        await Eventually.HoldsAsync(() => slow.Requests.Count + hung.Requests.Count == 2);
        var began = beats.Last(nameof(SourcePollingLoop))!;
        slowGate.SetResult();
        await Eventually.HoldsAsync(() => beats.Last(nameof(SourcePollingLoop))!.Since > began.Since);

        Assert.True(beats.Last(nameof(SourcePollingLoop))!.IsWorking);
        hungGate.SetResult();
        await host.StopAsync(Stop);
    }

    private static IHost HostOf(TemporaryStore store, params Uri[] feeds)
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
        builder.Services.AddSingleton(typeof(Doorbell<>));
        builder.Services.AddSingleton<LoopBeats>();
        builder.Services.AddSingleton<LoopContext>();
        builder.Services.AddSingleton(Some.Options());
        builder.Services.AddSources();
        return builder.Build();
    }

    private static List<Source> Snapshot(TemporaryStore store)
    {
        using var db = store.Open();
        return [.. db.Sources.AsNoTracking().OrderBy(source => source.Id)];
    }
}
