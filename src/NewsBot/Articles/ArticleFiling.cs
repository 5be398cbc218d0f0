using Microsoft.EntityFrameworkCore;
using NewsBot.Sources;
using NewsBot.Storage;

namespace NewsBot.Articles;

/// <summary>Finds the entries that wait, and records what became of them. Article, story and the entry's state commit together.</summary>
internal sealed partial class ArticleFiling(
    IDbContextFactory<NewsDb> stores,
    ArticleIntake intake,
    TimeProvider time,
    ILogger<ArticleFiling> logger) : IDisposable
{
    /// <summary>Copies of one text appear within this time; later the same text is news again (a yearly warning, a forecast).</summary>
    private static readonly TimeSpan CopyWindow = TimeSpan.FromHours(72);

    /// <summary>
    /// Files one entry at a time: two entries may be one page, and the second must see the first. It spares SQLite's lock too.
    /// </summary>
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>Entries whose turn has come: news before baselines, the newest first.</summary>
    public async Task<IReadOnlyList<Entry>> WaitingAsync(int limit, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        return await db.Entries.AsNoTracking()
            .Where(entry => entry.State == EntryState.Waiting && entry.ReadAfter <= now)
            .OrderBy(entry => entry.Baseline)
            .ThenByDescending(entry => entry.FirstSeenAt)
            .ThenByDescending(entry => entry.Published)
            .ThenByDescending(entry => entry.Id)
            .Take(limit)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Records the reading. Returns true when there is a new article.</summary>
    public async Task<bool> FileAsync(long entryId, EntryReading reading, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = await stores.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var entry = await db.Entries.SingleAsync(candidate => candidate.Id == entryId, cancellationToken);
            var isNew = entry.State == EntryState.Waiting && await ApplyAsync(db, entry, reading, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return isNew;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<bool> ApplyAsync(NewsDb db, Entry entry, EntryReading reading, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        NoteFailure(entry, reading);
        if (reading is EntryReading.Later later)
        {
            entry.ReadAfter = now + later.Pause;
            return false;
        }

        var source = await db.Sources.SingleAsync(candidate => candidate.Id == entry.SourceId, cancellationToken);
        var composed = reading is EntryReading.Hopeless ? null : intake.Compose(entry, source, reading as EntryReading.Page, now);
        if (composed is not { } article)
        {
            entry.State = EntryState.Unreadable;
            entry.FailureReason ??= "The feed gives no text for it.";
            return false;
        }

        entry.State = EntryState.Read;
        if (await db.Articles.AnyAsync(known => known.Address == article.Address, cancellationToken))
        {
            return false;
        }

        article.StoryId = await StoryOfAsync(db, article, now, cancellationToken);
        db.Articles.Add(article);
        return true;
    }

    private void NoteFailure(Entry entry, EntryReading reading)
    {
        var why = reading.Failure;
        entry.Attempts += reading is EntryReading.FeedAlone { Why: null } ? 0 : 1;
        if (why is not null && entry.FailureReason is null)
        {
            Log.PageNotHad(logger, entry.Address ?? entry.Title, why);
        }

        entry.FailureReason = why;
    }

    /// <summary>The story of an equal text of the last days, else a new one.</summary>
    private static async Task<long> StoryOfAsync(NewsDb db, Article article, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - CopyWindow;
        var copy = await db.Articles
            .Where(known => known.Fingerprint == article.Fingerprint && known.FirstSeenAt >= since)
            .OrderBy(known => known.Id)
            .Select(known => (long?)known.StoryId)
            .FirstOrDefaultAsync(cancellationToken);
        if (copy is { } story)
        {
            return story;
        }

        var fresh = new Story { CreatedAt = now };
        db.Stories.Add(fresh);
        await db.SaveChangesAsync(cancellationToken);
        return fresh.Id;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The page of {Entry} could not be had: {Why} This is said once for each entry")]
        public static partial void PageNotHad(ILogger logger, string entry, string why);
    }
}
