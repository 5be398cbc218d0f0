using Microsoft.EntityFrameworkCore;
using NewsBot.Fetching;
using NewsBot.Hosting;
using NewsBot.Sources.Feeds;
using NewsBot.Storage;

namespace NewsBot.Sources.Polling;

/// <summary>
/// One visit to one source: fetch and read, then record both entries and the source's state in one transaction, which is short because
/// all the reading was done before it.
/// </summary>
internal sealed partial class SourcePoller(
    IDbContextFactory<NewsDb> stores,
    Fetcher fetcher,
    SitemapFetcher sitemaps,
    SourceStateUpdater judge,
    WorkSignal<Entry> doorbell,
    TimeProvider time,
    ILogger<SourcePoller> logger)
{
    private const string OurMistake = "The bot failed to read this source; its log says why.";

    /// <summary>Asks the source and reads what it says. Throws only when cancelled: whatever the source does is an answer.</summary>
    public async Task<PollResult> AskAsync(Source due, CancellationToken cancellationToken)
    {
        // Late visits happen: after a stop, or when much is due.
        var now = time.GetUtcNow();
        if (new SkipSchedule(due.QuietHours, due.QuietDays).End(now) is var quietEnd && quietEnd > now)
        {
            return new PollResult(due.Id, new FetchOutcome.Throttled(quietEnd - now));
        }

        try
        {
            var request = new FetchRequest(new Uri(due.Address), due.EntityTag, due.LastModified);
            var outcome = await fetcher.GetAsync(request, cancellationToken);
            FeedReadResult? reading = null;
            if (outcome is FetchOutcome.Fetched fetched)
            {
                (reading, outcome) = await sitemaps.ReadAsync(fetched, cancellationToken);
            }

            return new PollResult(due.Id, outcome, reading);
        }
#pragma warning disable CA1031 // A source that trips over a mistake of ours must not be due again at once, nor stop the others.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Tripped(logger, due.Id, exception);
            return new PollResult(due.Id, new FetchOutcome.Failed(OurMistake));
        }
    }

    /// <summary>Records the visit. Throws when cancelled, and when the store is in trouble: nothing is written then, and it may be called again.</summary>
    public async Task RecordAsync(PollResult visit, CancellationToken cancellationToken)
    {
        try
        {
            await RecordAsync(visit.SourceId, (db, source) => ApplyAsync(db, source, visit, cancellationToken), cancellationToken);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && StoreErrors.Describe(exception) is null)
#pragma warning restore CA1031
        {
            Log.Tripped(logger, visit.SourceId, exception);
            await RecordAsync(visit.SourceId, (_, source) => Fail(source, OurMistake), cancellationToken);
        }
    }

    /// <summary>In a context of its own: what failed to be written is not tried again. A source that was removed meanwhile is left alone.</summary>
    private async Task RecordAsync(long id, Func<NewsDb, Source, Task> apply, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Sources.FindAsync([id], cancellationToken) is not { } source)
        {
            return;
        }

        await apply(db, source);
        source.LastCheckAt = time.GetUtcNow();
        await YieldAddressAsync(db, source, cancellationToken);
        var hasNews = db.ChangeTracker.Entries<Entry>().Any(entry => entry.State == EntityState.Added);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (hasNews)
        {
            doorbell.Notify();
        }
    }

    private Task ApplyAsync(NewsDb db, Source source, PollResult visit, CancellationToken cancellationToken) => visit.Outcome switch
    {
        FetchOutcome.Fetched fetched => visit.Reading switch
        {
            FeedReadResult.Read read => TakeAsync(db, source, fetched, read.Feed, cancellationToken),
            FeedReadResult.NotAFeed other => Fail(source, other.Why),
            _ => throw new InvalidOperationException("There is no other kind of reading."),
        },
        FetchOutcome.NotModified answer => Succeed(source, now => judge.Unchanged(source, answer, now)),
        FetchOutcome.Throttled throttled => Pause(source, throttled.After),
        FetchOutcome.Gone => End(source),
        FetchOutcome.Failed failed => Fail(source, failed.Why),
        _ => throw new InvalidOperationException("There is no other kind of outcome."),
    };

    private async Task TakeAsync(NewsDb db, Source source, FetchOutcome.Fetched fetched, Feed feed, CancellationToken cancellationToken)
    {
        var entries = EntryMerger.ByIdentity(feed);
        var known = await KnownAsync(db, source, entries.Keys, cancellationToken);
        var added = EntryMerger.Merge(source, entries, known, time.GetUtcNow());
        db.Entries.AddRange(added);
        await Succeed(source, now => judge.Read(source, fetched, feed, added.Count, now));
    }

    private static async Task<Dictionary<EntryIdentity, Entry>> KnownAsync(
        NewsDb db, Source source, IEnumerable<EntryIdentity> identities, CancellationToken cancellationToken)
    {
        var known = new Dictionary<EntryIdentity, Entry>();
        foreach (var some in identities.Select(identity => identity.ToBytes()).Chunk(500)) // Each is a parameter of the statement.
        {
            var rows = db.Entries.Where(entry => entry.SourceId == source.Id && some.Contains(entry.Identity));
            await foreach (var entry in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                known.Add(EntryIdentity.Of(entry), entry);
            }
        }

        return known;
    }

    /// <summary>The other feeds of a host find out when they are due: <see cref="HostBackoff"/> answers in its place.</summary>
    private Task Pause(Source source, TimeSpan pause)
    {
        judge.Pause(source, pause, time.GetUtcNow());
        return Task.CompletedTask;
    }

    /// <summary>A feed that moved to where another source is already keeps its old address: addresses are unique.</summary>
    private static async Task YieldAddressAsync(NewsDb db, Source source, CancellationToken cancellationToken)
    {
        var address = db.Entry(source).Property(row => row.Address);
        if (address.IsModified && await db.Sources.AnyAsync(other => other.Address == source.Address && other.Id != source.Id, cancellationToken))
        {
            source.Address = address.OriginalValue;
        }
    }

    private Task Succeed(Source source, Action<DateTimeOffset> judgement)
    {
        if (source.Failures > 0)
        {
            Log.Recovered(logger, source.Id, Named(source), source.Failures);
        }

        judgement(time.GetUtcNow());
        return Task.CompletedTask;
    }

    private Task Fail(Source source, string why)
    {
        judge.Fail(source, why, time.GetUtcNow());
        if (source.Failures == 1)
        {
            Log.Failed(logger, source.Id, Named(source), why);
        }

        return Task.CompletedTask;
    }

    private Task End(Source source)
    {
        SourceStateUpdater.Gone(source);
        Log.IsGone(logger, source.Id, Named(source));
        return Task.CompletedTask;
    }

    /// <summary>The address without its query, which may hold a reader's key.</summary>
    private static string Named(Source source) => new Uri(source.Address).GetLeftPart(UriPartial.Path);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Id} ({Address}) cannot be read: {Why} This is said once until it can.")]
        public static partial void Failed(ILogger logger, long id, string address, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "Source {Id} ({Address}) can be read again after {Failures} failures")]
        public static partial void Recovered(ILogger logger, long id, string address, int failures);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Id} ({Address}) is gone for good (410) and is not asked any more")]
        public static partial void IsGone(ILogger logger, long id, string address);

        [LoggerMessage(Level = LogLevel.Error, Message = "Source {Id} could not be handled")]
        public static partial void Tripped(ILogger logger, long id, Exception exception);
    }
}

/// <summary>What a source said when it was asked.</summary>
/// <param name="Reading">Of a fetched body; else null.</param>
internal sealed record PollResult(long SourceId, FetchOutcome Outcome, FeedReadResult? Reading = null);
