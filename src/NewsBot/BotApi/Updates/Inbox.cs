using Microsoft.EntityFrameworkCore;
using NewsBot.Commands;
using NewsBot.Hosting;
using NewsBot.Storage;

namespace NewsBot.BotApi.Updates;

/// <summary>Stores what Telegram delivered until it is handled, each update once.</summary>
internal sealed partial class Inbox(IDbContextFactory<NewsDb> factory, WorkSignal<InboxUpdate> signal, TimeProvider time, ILogger<Inbox> logger)
{
    /// <summary>How long the number of a handled update is remembered; Telegram repeats one for 24 hours at most.</summary>
    public static readonly TimeSpan Remembered = InboxUpdate.RememberedFor;

    // A delete holds the only write lock of SQLite: a thousand rows are a few milliseconds.
    private const int PruneBatch = 1000;

    /// <summary>Stores those that are new, in this order. When it returns they are durable and may be acknowledged.</summary>
    public async Task StoreAsync(IReadOnlyList<ReceivedUpdate> received, CancellationToken cancellationToken)
    {
        var keys = received.Select(update => update.Key).ToList();
        await using var db = await factory.CreateDbContextAsync(cancellationToken);

        // By the set of numbers and never by the highest: see InboxUpdate.Id. A second reader that slips in between meets the unique
        // index; the round then fails whole, is not acknowledged, and comes again.
        var known = await db.InboxUpdates.Where(update => keys.Contains(update.UpdateId))
            .Select(update => update.UpdateId).ToHashSetAsync(cancellationToken);
        db.AddRange(received.Where(update => known.Add(update.Key)).Select(RowOf));
        if (await db.SaveChangesAsync(cancellationToken) > 0)
        {
            signal.Notify();
        }
    }

    /// <summary>Forgets a batch of updates handled long ago. Returns true when there may be more.</summary>
    public async Task<bool> PruneAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Remembered;
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var deleted = await db.InboxUpdates
            .Where(update => update.HandledAt < before)
            .OrderBy(update => update.HandledAt)
            .Take(PruneBatch)
            .ExecuteDeleteAsync(cancellationToken);
        return deleted == PruneBatch;
    }

    private InboxUpdate RowOf(ReceivedUpdate update)
    {
        var row = new InboxUpdate { UpdateId = update.Key, Json = update.Json, ReceivedAt = time.GetUtcNow() };
        if (update.Flaw is { } flaw)
        {
            Log.DeadLettered(logger, update.Key, flaw);
            row.Handled(row.ReceivedAt, flaw);
        }

        return row;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Update} is dead-lettered: {Why}")]
        public static partial void DeadLettered(ILogger logger, long update, string why);
    }
}
