using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox;
using NewsBot.Storage;

namespace NewsBot.Broadcasts;

/// <summary>Takes a broadcast one step further. A step is one transaction, so that a process that dies goes on where it was.</summary>
internal sealed partial class BroadcastSteps(
    IDbContextFactory<NewsDb> stores,
    BroadcastProgress reports,
    TimeProvider time,
    ILogger<BroadcastSteps> logger)
{
    /// <summary>The broadcasts that are not over, the oldest first.</summary>
    public async Task<IReadOnlyList<long>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        return await db.Broadcasts
            .Where(broadcast => broadcast.FinishedAt == null
                && (broadcast.State == BroadcastState.Sending || broadcast.State == BroadcastState.Paused || broadcast.State == BroadcastState.Cancelled))
            .OrderBy(broadcast => broadcast.Id)
            .Select(broadcast => broadcast.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>One step. Returns whether the next one can follow at once.</summary>
    public async Task<bool> StepAsync(long id, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var broadcast = await db.Broadcasts.SingleAsync(one => one.Id == id, cancellationToken);
        var more = await AdvanceAsync(db, broadcast, cancellationToken);
        if (!more && !await db.HasUnendedAsync(broadcast, cancellationToken))
        {
            await FinishAsync(db, broadcast, cancellationToken);
        }
        else
        {
            await reports.TellAsync(db, broadcast, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return more;
    }

    private async Task<bool> AdvanceAsync(NewsDb db, Broadcast broadcast, CancellationToken cancellationToken)
    {
        if (broadcast.OwedAt is null)
        {
            await db.OweChunkAsync(broadcast, time.GetUtcNow(), cancellationToken);
            return true;
        }

        if (broadcast.State == BroadcastState.Cancelled)
        {
            return await db.CancelChunkAsync(broadcast, time.GetUtcNow(), cancellationToken);
        }

        var announcement = await db.AnnouncementOfAsync(broadcast, cancellationToken);
        if (broadcast.State == BroadcastState.Sending && !announcement.IsOpen)
        {
            await db.PauseAsync(broadcast, announcement.ClosedBecause, cancellationToken);
            await reports.AnnounceAsync(db, broadcast, cancellationToken);
        }

        return false;
    }

    private async Task FinishAsync(NewsDb db, Broadcast broadcast, CancellationToken cancellationToken)
    {
        broadcast.FinishedAt = time.GetUtcNow();
        broadcast.State = broadcast.State == BroadcastState.Cancelled ? BroadcastState.Cancelled : BroadcastState.Done;
        (await db.AnnouncementOfAsync(broadcast, cancellationToken)).IsOpen = false;
        await reports.AnnounceAsync(db, broadcast, cancellationToken);
        Log.Finished(logger, broadcast.Id, broadcast.State);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Broadcast {Broadcast} is over: {State}")]
        public static partial void Finished(ILogger logger, long broadcast, BroadcastState state);
    }
}
