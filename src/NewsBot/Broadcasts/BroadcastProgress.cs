using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Broadcasts;

/// <summary>
/// Tells an admin how a broadcast goes: by editing one message at most every five seconds, and by a new one when it pauses by itself
/// or ends. All of it waits in the outbox, where messages to one chat keep their order; numbered with the broadcast's id below zero,
/// since answers are numbered with updates', which are above.
/// </summary>
internal sealed class BroadcastProgress(IOptions<SendLimits> limits, TimeProvider time)
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>
    /// Counts how a broadcast stands where the next step may have to tell it: outside of a transaction, for it may be a million
    /// deliveries.
    /// </summary>
    /// <returns>The figures, or null where nothing is to be told; and whether it is over, so that they are final.</returns>
    public async Task<(BroadcastFigures? Figures, bool IsOver)> CountAsync(NewsDb db, long id, CancellationToken cancellationToken)
    {
        var broadcast = await db.Broadcasts.AsNoTracking().SingleAsync(broadcast => broadcast.Id == id, cancellationToken);
        var isOver = !await db.HasUnendedAsync(broadcast, cancellationToken);
        var isToPause = broadcast.State == BroadcastState.Sending && !await db.Announcements.AnyAsync(content => content.Id == id && content.IsOpen, cancellationToken);
        var isDue = !(time.GetUtcNow() - broadcast.ProgressAt < Interval);
        return (isOver || isToPause || isDue ? await db.TallyAsync(broadcast, cancellationToken) : null, isOver);
    }

    /// <summary>Enqueues the next edit when it is time, and something has changed.</summary>
    public async Task TellAsync(NewsDb db, Broadcast broadcast, BroadcastFigures figures, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - broadcast.ProgressAt < Interval || await EditedMessageAsync(db, broadcast, cancellationToken) is not { } shown)
        {
            return;
        }

        if (broadcast.State == BroadcastState.Sending || figures.Ended != broadcast.EndedAtProgress)
        {
            Enqueue(db, broadcast, await ViewAsync(db, broadcast, figures, cancellationToken), shown);
        }

        broadcast.Told(figures, now);
    }

    /// <summary>Enqueues the state as an edit, and again as a new message, since an edit makes no sound.</summary>
    public async Task AnnounceAsync(NewsDb db, Broadcast broadcast, BroadcastFigures figures, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(db, broadcast, figures, cancellationToken);
        if (broadcast.ProgressMessageId is { } shown)
        {
            Enqueue(db, broadcast, view, shown);
        }

        Enqueue(db, broadcast, view, null);
        broadcast.Told(figures, time.GetUtcNow());
    }

    /// <summary>The message to edit; null while an edit of it is on its way, and for good when it is gone.</summary>
    private static async Task<int?> EditedMessageAsync(NewsDb db, Broadcast broadcast, CancellationToken cancellationToken)
    {
        var last = await db.Deliveries
            .Where(delivery => delivery.ChatId == broadcast.AdminId && delivery.Lane == Lane.Reply && delivery.EditsMessageId == broadcast.ProgressMessageId)
            .OrderByDescending(delivery => delivery.Id)
            .Select(delivery => (DeliveryState?)delivery.State)
            .FirstOrDefaultAsync(cancellationToken);
        if (last == DeliveryState.Failed)
        {
            broadcast.ProgressMessageId = null;
        }

        return last is DeliveryState.Waiting or DeliveryState.Sending ? null : broadcast.ProgressMessageId;
    }

    private async Task<Message> ViewAsync(NewsDb db, Broadcast broadcast, BroadcastFigures figures, CancellationToken cancellationToken)
    {
        var subscriber = await db.FindSubscriberAsync(broadcast.Admin, cancellationToken);
        var left = BroadcastEstimate.Left(broadcast, figures, limits.Value, time.GetUtcNow());
        return BroadcastView.Of(broadcast, figures, left, Texts.For(subscriber?.Language));
    }

    private void Enqueue(NewsDb db, Broadcast broadcast, Message message, int? edits) =>
        db.Enqueue(broadcast.Admin, -broadcast.Id, broadcast.Reports++, message, edits, time.GetUtcNow(), Lifetime);
}
