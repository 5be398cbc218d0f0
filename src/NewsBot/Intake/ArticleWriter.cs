using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Content.Urls;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Stories;

namespace NewsBot.Intake;

/// <summary>Finds the entries that wait, and records what became of them. Article, story and the entry's state commit together.</summary>
internal sealed partial class ArticleWriter(
    IDbContextFactory<NewsDb> stores,
    ArticleBuilder intake,
    StoryAssigner stories,
    TimeProvider time,
    ILogger<ArticleWriter> logger) : IDisposable
{
    /// <summary>
    /// Files one entry at a time: two entries may be one page, and the second must see the first. It spares SQLite's lock too.
    /// </summary>
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>Entries whose turn has come: news before baselines, the newest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="inFlight">Entries that are being read, and the hosts whose pages are: neither is returned.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<IReadOnlyList<Entry>> WaitingAsync(int limit, EntriesInFlight inFlight, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var ids = inFlight.Ids;
        var waiting = db.Entries.AsNoTracking().Where(entry => entry.State == EntryState.Waiting && entry.ReadAfter <= now && !ids.Contains(entry.Id));
        foreach (var prefix in inFlight.AddressPrefixes)
        {
            waiting = waiting.Where(entry => entry.Baseline || entry.Address == null || !entry.Address.StartsWith(prefix));
        }

        return await waiting
            .OrderBy(entry => entry.Baseline)
            .ThenByDescending(entry => entry.FirstSeenAt)
            .ThenByDescending(entry => entry.Published)
            .ThenByDescending(entry => entry.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whether an article of the entry's address is stored already, so that its page need not be fetched.</summary>
    public async Task<bool> IsStoredAsync(Entry entry, CancellationToken cancellationToken)
    {
        if (entry.Baseline || entry.SharesAddress || !Uri.TryCreate(entry.Address, UriKind.Absolute, out var address))
        {
            return false;
        }

        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var canonical = CanonicalUrl.Of(address);
        return await db.Articles.AnyAsync(article => article.Address == canonical, cancellationToken);
    }

    /// <summary>Records the reading. Returns true when there is a new article.</summary>
    public async Task<bool> FileAsync(long entryId, EntryReadResult reading, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = await stores.CreateDbContextAsync(cancellationToken);
            var prepared = await PrepareAsync(db, entryId, reading, cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var entry = await db.Entries.SingleAsync(candidate => candidate.Id == entryId, cancellationToken);
            var remembered = entry.State == EntryState.Waiting ? await ApplyAsync(db, entry, reading, prepared, cancellationToken) : null;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (remembered is not null)
            {
                // Not before the commit: an article that is rolled back must not draw others into its story.
                stories.Remember(prepared!.Article, remembered);
            }

            return remembered is not null;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The article of a readable entry, prepared outside of the transaction so that nobody waits for it to write.</summary>
    private async Task<PreparedArticle?> PrepareAsync(NewsDb db, long entryId, EntryReadResult reading, CancellationToken cancellationToken)
    {
        if (reading is EntryReadResult.RetryLater or EntryReadResult.Abandoned)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var entry = await db.Entries.AsNoTracking().SingleAsync(candidate => candidate.Id == entryId, cancellationToken);
        var source = await db.Sources.AsNoTracking().SingleAsync(candidate => candidate.Id == entry.SourceId, cancellationToken);
        return intake.Compose(entry, source, reading as EntryReadResult.Page, now) is { } article
            ? new PreparedArticle(article, await stories.PrepareAsync(db, article, now, cancellationToken))
            : null;
    }

    /// <summary>Records the result. Returns what to remember of a new article, or null when there is none.</summary>
    private async Task<RecentArticle?> ApplyAsync(
        NewsDb db, Entry entry, EntryReadResult reading, PreparedArticle? prepared, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        NoteFailure(entry, reading);
        if (reading is EntryReadResult.RetryLater later)
        {
            entry.ReadAfter = now + later.Pause;
            return null;
        }

        if (prepared is not var (article, compared))
        {
            entry.State = EntryState.Unreadable;
            entry.FailureReason ??= "The feed gives no text for it.";
            return null;
        }

        entry.State = EntryState.Read;
        if (await db.Articles.AnyAsync(known => known.Address == article.Address, cancellationToken))
        {
            return null;
        }

        var remembered = await stories.PlaceAsync(db, article, compared, now, cancellationToken);
        db.Articles.Add(article);
        return remembered;
    }

    private void NoteFailure(Entry entry, EntryReadResult reading)
    {
        var why = reading.Failure;
        entry.Attempts += reading is EntryReadResult.FeedTextOnly { Why: null } ? 0 : 1;
        if (why is not null && entry.FailureReason is null)
        {
            Log.PageNotHad(logger, entry.Address ?? entry.Title, why);
        }

        entry.FailureReason = why;
    }

    private sealed record PreparedArticle(Article Article, ComparedArticle Compared);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The page of {Entry} could not be had: {Why} This is said once for each entry")]
        public static partial void PageNotHad(ILogger logger, string entry, string why);
    }
}
