using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Fetching;
using NewsBot.Hosting;
using NewsBot.Sources;
using NewsBot.Sources.Polling;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Sources.Polling;

/// <summary>A site, a store and all between them, on a clock that a test moves.</summary>
internal sealed class Watching : IAsyncDisposable
{
    private readonly TemporaryStore store = new();
    private readonly CapturedLogs logs = new();
    private Fetcher fetcher;
    private SourcePoller check;

    private Watching(NewsSite site)
    {
        Site = site;
        Pauses = new HostBackoff(store.Factory, Time);
        (fetcher, check) = Start();
    }

    public NewsSite Site { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 2, 12, 0, 0, TimeSpan.Zero));

    public WorkSignal<Entry> Doorbell { get; } = new();

    public IReadOnlyList<string> Warnings => logs.At(LogLevel.Warning);

    public IReadOnlyList<string> Notes => logs.At(LogLevel.Information);

    public IReadOnlyList<string> Errors => logs.At(LogLevel.Error);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Watching> StartAsync(params string[] paths)
    {
        var watching = new Watching(await NewsSite.StartAsync());
        await using var db = watching.store.Open();
        db.Sources.AddRange(paths.Select(path => new Source { Address = watching.Site.At(path).AbsoluteUri, NextCheckAt = watching.Time.GetUtcNow() }));
        await db.SaveChangesAsync(Stop);
        return watching;
    }

    public NewsDb Open() => store.Open();

    public HostBackoff Pauses { get; private set; }

    /// <summary>Those that are due now.</summary>
    public Task<IReadOnlyList<Source>> DueAsync() => new DueSources(store.Factory, Some.Options()).FindAsync(Time.GetUtcNow(), new HashSet<string>(), 100, Stop);

    /// <summary>Forgets all that is not in the store, as a restart does.</summary>
    public async Task RestartAsync()
    {
        fetcher.Dispose();
        Pauses = new HostBackoff(store.Factory, Time);
        await Pauses.LoadAsync(Stop);
        (fetcher, check) = Start();
    }

    /// <summary>Visits every source once, due or not.</summary>
    public async Task VisitAsync()
    {
        foreach (var source in await SourcesAsync())
        {
            await check.RecordAsync(await check.AskAsync(source, Stop), Stop);
        }
    }

    /// <summary>Visits those that are due.</summary>
    public async Task VisitDueAsync()
    {
        foreach (var source in await DueAsync())
        {
            await check.RecordAsync(await check.AskAsync(source, Stop), Stop);
        }
    }

    /// <summary>Asks for a page of the site, as the reading of articles does.</summary>
    public Task<FetchOutcome> GetAsync(string path) => fetcher.GetAsync(new FetchRequest(Site.At(path)), Stop);

    public async Task<List<Source>> SourcesAsync()
    {
        await using var db = Open();
        return await db.Sources.AsNoTracking().OrderBy(source => source.Id).ToListAsync(Stop);
    }

    public async Task<Source> SourceAsync() => Assert.Single(await SourcesAsync());

    public async Task<List<Entry>> EntriesAsync()
    {
        await using var db = Open();
        return await db.Entries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(Stop);
    }

    private (Fetcher Fetcher, SourcePoller Check) Start()
    {
        var fetcher = Some.Fetcher(Time, pauses: Pauses);
        var judge = new SourceStateUpdater(new PollSchedule(Some.Options(), new Random(1)));
        return (fetcher, new SourcePoller(store.Factory, fetcher, new SitemapFetcher(fetcher), judge, Doorbell, Time, logs.For<SourcePoller>()));
    }

    public async ValueTask DisposeAsync()
    {
        fetcher.Dispose();
        await Site.DisposeAsync();
        store.Dispose();
        logs.Dispose();
    }
}
