using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;

namespace NewsBot.Broadcasts;

/// <summary>Estimates how long a broadcast takes.</summary>
internal static class BroadcastEstimate
{
    /// <summary>Of a draft: everything that waits goes before it, at the ceiling over all chats.</summary>
    public static async Task<TimeSpan> OfDraftAsync(NewsDb db, int recipients, SendLimits limits, CancellationToken cancellationToken)
    {
        var before = await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Waiting, cancellationToken);
        return TimeSpan.FromSeconds((double)(before + recipients) / limits.Ceiling);
    }

    /// <summary>What is left, at the pace since progress was told last; at the ceiling where nothing has ended since.</summary>
    public static TimeSpan Left(Broadcast broadcast, BroadcastFigures figures, SendLimits limits, DateTimeOffset now)
    {
        var seconds = broadcast.ProgressAt is { } last ? (now - last).TotalSeconds : 0;
        var ended = figures.Ended - broadcast.EndedAtProgress;
        var pace = seconds >= 1 && ended > 0 ? ended / seconds : limits.Ceiling;
        return TimeSpan.FromSeconds(figures.Left / pace);
    }
}
