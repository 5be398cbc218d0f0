using Microsoft.EntityFrameworkCore;
using NewsBot.Fetching;
using NewsBot.Hosting;
using NewsBot.Sources.Feeds;
using NewsBot.Storage;

namespace NewsBot.Sources.Polling;

/// <summary>
/// Polls one source: fetches and reads it, then records entries and the source's state in one transaction, which is short because all
/// reading was done before.
/// </summary>
internal sealed partial class SourcePoller(
    IDbContextFactory<NewsDb> stores,
    Fetcher fetcher,
    SitemapFetcher sitemaps,
    SourceStateUpdater updater,
    WorkSignal<Entry> entries,
    TimeProvider time,
    ILogger<SourcePoller> logger)
{
    private const string InternalError = "The bot failed to read this source; see its log.";

    /// <summary>Asks the source and reads what it says. Throws only when cancelled: whatever the source does is an answer.</summary>
    public async Task<PollResult> AskAsync(Source due, CancellationToken cancellationToken)
    {
        // A poll may be late: after a stop, or when much is due.
        var now = time.GetUtcNow();
        if (new SkipSchedule(due.QuietHours, due.QuietDays).End(now) is var quietEnd && quietEnd > now)
        {
            return new PollResult(due.Id, new FetchOutcome.Throttled(quietEnd - now)) { IsSkipped = true };
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
#pragma warning disable CA1031 // A source that meets a bug of ours must not be due again at once, nor stop the others.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.PollFailed(logger, due.Id, exception);
            return new PollResult(due.Id, new FetchOutcome.Failed(InternalError));
        }
    }

    /// <summary>Records the result. Throws when cancelled, and when the store is in trouble: nothing is written then, and it may be called again.</summary>
    public async Task RecordAsync(PollResult result, CancellationToken cancellationToken)
    {
        try
        {
            await RecordAsync(result.SourceId, (db, source) => ApplyAsync(db, source, result, cancellationToken), cancellationToken);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && StoreErrors.Describe(exception) is null)
#pragma warning restore CA1031
        {
            Log.PollFailed(logger, result.SourceId, exception);
            await RecordAsync(result.SourceId, (_, source) => Fail(source, InternalError), cancellationToken);
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
            entries.Notify();
        }
    }

    private Task ApplyAsync(NewsDb db, Source source, PollResult result, CancellationToken cancellationToken) => result.Outcome switch
    {
        FetchOutcome.Fetched fetched => result.Reading switch
        {
            FeedReadResult.Read read => MergeAsync(db, source, fetched, read.Feed, cancellationToken),
            FeedReadResult.NotAFeed other => Fail(source, other.Why),
            _ => throw new InvalidOperationException("There is no other kind of reading."),
        },
        FetchOutcome.NotModified answer => Succeed(source, now => updater.Unchanged(source, answer, now)),
        FetchOutcome.Throttled throttled => Pause(source, result, throttled.After),
        FetchOutcome.Gone => Gone(source),
        FetchOutcome.Failed failed => Fail(source, failed.Why),
        _ => throw new InvalidOperationException("There is no other kind of outcome."),
    };

    private async Task MergeAsync(NewsDb db, Source source, FetchOutcome.Fetched fetched, Feed feed, CancellationToken cancellationToken)
    {
        var added = EntryMerger.Merge(source, await new EntryLookup(db, source).MatchAsync(feed, cancellationToken), time.GetUtcNow());
        db.Entries.AddRange(added);
        await Succeed(source, now => updater.Read(source, fetched, feed, added.Count, now));
    }

    /// <summary>The other feeds of a host find out when they are due: <see cref="HostBackoff"/> answers in its place.</summary>
    private Task Pause(Source source, PollResult result, TimeSpan pause)
    {
        if (result.IsSkipped)
        {
            updater.Skip(source, pause, time.GetUtcNow());
        }
        else
        {
            updater.Pause(source, pause, time.GetUtcNow());
        }

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

    private Task Succeed(Source source, Action<DateTimeOffset> update)
    {
        if (source.Failures > 0)
        {
            Log.Recovered(logger, source.Id, Named(source), source.Failures);
        }

        update(time.GetUtcNow());
        return Task.CompletedTask;
    }

    private Task Fail(Source source, string why)
    {
        updater.Fail(source, why, time.GetUtcNow());
        if (source.Failures == 1)
        {
            Log.Failed(logger, source.Id, Named(source), why);
        }

        return Task.CompletedTask;
    }

    private Task Gone(Source source)
    {
        if (source.SaidGone)
        {
            SourceStateUpdater.End(source);
            Log.IsGone(logger, source.Id, Named(source));
            return Task.CompletedTask;
        }

        var failing = Fail(source, SourceStateUpdater.GoneReason);
        source.SaidGone = true;
        return failing;
    }

    /// <summary>The address without its query, which may hold a reader's key.</summary>
    private static string Named(Source source) => new Uri(source.Address).GetLeftPart(UriPartial.Path);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Id} ({Address}) cannot be read: {Why} (repeats suppressed)")]
        public static partial void Failed(ILogger logger, long id, string address, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "Source {Id} ({Address}) can be read again after {Failures} failures")]
        public static partial void Recovered(ILogger logger, long id, string address, int failures);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Source {Id} ({Address}) is gone for good (410): no longer polled")]
        public static partial void IsGone(ILogger logger, long id, string address);

        [LoggerMessage(Level = LogLevel.Error, Message = "Polling source {Id} failed")]
        public static partial void PollFailed(ILogger logger, long id, Exception exception);
    }
}

/// <summary>What a source said when it was asked.</summary>
/// <param name="Reading">Of a fetched body; else null.</param>
internal sealed record PollResult(long SourceId, FetchOutcome Outcome, FeedReadResult? Reading = null)
{
    /// <summary>Whether it was not asked, because the feed does not want to be read at this time (skipHours, skipDays).</summary>
    public bool IsSkipped { get; init; }
}
