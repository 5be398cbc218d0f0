using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox.Pushes;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>
/// Ends deliveries that are too late to be of use, and enqueues one notice for each chat that missed news or an answer by it. It runs
/// while Telegram is out of reach too, so that the end of an outage finds only what is worth sending.
/// </summary>
internal sealed class DeliveryExpiry(IDbContextFactory<NewsDb> stores, TimeProvider time)
{
    // One statement holds the write lock of SQLite for some ten milliseconds at this size.
    private const int Batch = 1000;

    /// <summary>One batch, and tries of restricted chats that are due. Returns true when there may be more.</summary>
    public async Task<bool> RunBatchAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var late = await LateAsync(db, now, cancellationToken);
        if (late.Count > 0)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await EndAsync(db, late, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await RetryRestrictedAsync(db, now, cancellationToken);
        return late.Count == Batch;
    }

    private static async Task RetryRestrictedAsync(NewsDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.PushRestrictions.AnyAsync(cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.RetryRestrictedAsync(now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>What waits is read from the index of what waits alone; what is held, by the few chats that have any.</summary>
    private static async Task<List<long>> LateAsync(NewsDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var late = await db.Deliveries
            .Where(delivery => delivery.State == DeliveryState.Waiting && delivery.Expires <= now)
            .Select(delivery => delivery.Id).Take(Batch).ToListAsync(cancellationToken);
        late.AddRange(await db.PushRestrictions
            .SelectMany(restriction => db.Set<Delivery>().Where(delivery =>
                delivery.ChatId == restriction.ChatId && delivery.ThreadId == restriction.ThreadId && delivery.State == DeliveryState.Held && delivery.Expires <= now))
            .Select(delivery => delivery.Id).Take(Batch - late.Count).ToListAsync(cancellationToken));
        return late;
    }

    private static async Task EndAsync(NewsDb db, List<long> late, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var digests = await db.Deliveries.AsNoTracking()
            .Where(delivery => late.Contains(delivery.Id) && delivery.Lane == Lane.Digest).ToListAsync(cancellationToken);
        foreach (var digest in digests.Where(TopicDigest.IsDigest))
        {
            late.AddRange(await TopicDigest.RowsOf(db, digest).Select(delivery => delivery.Id).ToListAsync(cancellationToken));
        }

        await db.Deliveries
            .Where(delivery => late.Contains(delivery.Id)
                && (delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Held || delivery.State == DeliveryState.Gathered))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(delivery => delivery.State, DeliveryState.Expired)
                    .SetProperty(delivery => delivery.Body, (string?)null)
                    .SetProperty(delivery => delivery.FinishedAt, now),
                cancellationToken);
        await MissedNotice.EnqueueAsync(db, JsonSerializer.Serialize(late), now, cancellationToken);
    }
}
