using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>Deletes deliveries that ended long ago, and counts them in the same transaction.</summary>
internal sealed class DeliveryPruning(IDbContextFactory<NewsDb> stores, TimeProvider time)
{
    /// <summary>How long a delivery is kept after its end: far longer than a story is told or an update is repeated, so that nothing is enqueued anew.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    // A delete holds the only write lock of SQLite: a thousand rows with their indexes are some tens of milliseconds.
    private const int Batch = 1000;

    /// <summary>One batch. Returns true when there may be more.</summary>
    public async Task<bool> PruneAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Kept;
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var old = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.FinishedAt < before)
            .OrderBy(delivery => delivery.FinishedAt)
            .Take(Batch)
            .Select(delivery => new { delivery.Id, FinishedAt = delivery.FinishedAt!.Value, delivery.Lane, delivery.CarriedId, delivery.State })
            .ToListAsync(cancellationToken);
        if (old.Count == 0)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var group in old.CountBy(delivery => (DayOf(delivery.FinishedAt), delivery.Lane, delivery.Lane == Lane.Broadcast ? delivery.CarriedId : 0, delivery.State)))
        {
            await AddAsync(db, group.Key, group.Value, cancellationToken);
        }

        var ids = old.ConvertAll(delivery => delivery.Id);
        var deleted = await db.Deliveries.Where(delivery => ids.Contains(delivery.Id) && delivery.FinishedAt < before).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (deleted == old.Count)
        {
            await transaction.CommitAsync(cancellationToken); // else somebody deleted some of them meanwhile: counted anew in the next round
        }

        return true;
    }

    private static int DayOf(DateTimeOffset at) => (int)(at.UtcTicks / TimeSpan.TicksPerDay);

    private static async Task AddAsync(
        NewsDb db, (int Day, Lane Lane, long CarriedId, DeliveryState State) key, int count, CancellationToken cancellationToken)
    {
        if (await db.DeliveryCounts.FindAsync([key.Day, key.Lane, key.CarriedId, key.State], cancellationToken) is { } known)
        {
            known.Count += count;
            return;
        }

        db.DeliveryCounts.Add(new DeliveryCount { Day = key.Day, Lane = key.Lane, CarriedId = key.CarriedId, State = key.State, Count = count });
    }
}
