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
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var entry = await db.Entries.SingleAsync(candidate => candidate.Id == entryId, cancellationToken);
            var filed = entry.State == EntryState.Waiting ? await ApplyAsync(db, entry, reading, cancellationToken) : null;
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            if (filed is { } article)
            {
                // Not before it is stored: what is rolled back must not draw others into its story.
                stories.Keep(article.Article, article.Reading);
            }

            return filed is not null;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The new article, or null.</summary>
    private async Task<(Article Article, ArticleVectorizer Reading)?> ApplyAsync(NewsDb db, Entry entry, EntryReadResult reading, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        NoteFailure(entry, reading);
        if (reading is EntryReadResult.RetryLater later)
        {
            entry.ReadAfter = now + later.Pause;
            return null;
        }

        var source = await db.Sources.SingleAsync(candidate => candidate.Id == entry.SourceId, cancellationToken);
        var composed = reading is EntryReadResult.Abandoned ? null : intake.Compose(entry, source, reading as EntryReadResult.Page, now);
        if (composed is not { } article)
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

        var read = await stories.PlaceAsync(db, article, now, cancellationToken);
        db.Articles.Add(article);
        return (article, read);
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

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The page of {Entry} could not be had: {Why} This is said once for each entry")]
        public static partial void PageNotHad(ILogger logger, string entry, string why);
    }
}
