using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;

namespace NewsBot.Broadcasts;

/// <summary>Takes a broadcast one step further. A step is one transaction, so that a process that dies goes on where it was.</summary>
internal sealed partial class BroadcastSteps(
    IDbContextFactory<NewsDb> stores,
    BroadcastProgress progress,
    IOptions<BroadcastOptions> options,
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

        // Counting a million deliveries takes a tenth of a second: before the write lock is taken. What ends meanwhile is told the next time.
        var (figures, isOver) = await progress.CountAsync(db, id, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var broadcast = await db.Broadcasts.SingleAsync(broadcast => broadcast.Id == id, cancellationToken);
        var more = await AdvanceAsync(db, broadcast, figures, cancellationToken);
        if (!more && isOver && figures is not null)
        {
            await FinishAsync(db, broadcast, figures, cancellationToken);
        }
        else
        {
            more |= !await db.HasUnendedAsync(broadcast, cancellationToken); // it is over now: the next step counts it to the end
            await (figures is null ? Task.CompletedTask : progress.TellAsync(db, broadcast, figures, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return more;
    }

    private async Task<bool> AdvanceAsync(NewsDb db, Broadcast broadcast, BroadcastFigures? figures, CancellationToken cancellationToken)
    {
        if (broadcast.OwedAt is null)
        {
            await db.EnqueueChunkAsync(broadcast, options.Value.Lifetime, time.GetUtcNow(), cancellationToken);
            return true;
        }

        if (broadcast.State == BroadcastState.Cancelled)
        {
            return await db.CancelChunkAsync(broadcast, time.GetUtcNow(), cancellationToken);
        }

        var announcement = await db.AnnouncementOfAsync(broadcast, cancellationToken);
        if (broadcast.State == BroadcastState.Sending && !announcement.IsOpen && figures is not null)
        {
            await db.PauseAsync(broadcast, announcement.ClosedBecause, cancellationToken);
            await progress.AnnounceAsync(db, broadcast, figures, cancellationToken);
        }

        return false;
    }

    private async Task FinishAsync(NewsDb db, Broadcast broadcast, BroadcastFigures figures, CancellationToken cancellationToken)
    {
        broadcast.FinishedAt = time.GetUtcNow();
        broadcast.State = broadcast.State == BroadcastState.Cancelled ? BroadcastState.Cancelled : BroadcastState.Done;
        (await db.AnnouncementOfAsync(broadcast, cancellationToken)).IsOpen = false;
        await progress.AnnounceAsync(db, broadcast, figures, cancellationToken);
        Log.Finished(logger, broadcast.Id, broadcast.State);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Broadcast {Broadcast} is over: {State}")]
        public static partial void Finished(ILogger logger, long broadcast, BroadcastState state);
    }
}
