using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Storage;

namespace NewsBot.Broadcasts;

/// <summary>
/// Holds, resumes and calls off a broadcast that was sent, in the caller's transaction. Its announcement is open only while it is
/// sending: the sender asks that before each delivery.
/// </summary>
internal static class BroadcastControl
{
    extension(NewsDb db)
    {
        public async Task PauseAsync(Broadcast broadcast, string? because, CancellationToken cancellationToken)
        {
            broadcast.State = BroadcastState.Paused;
            broadcast.PausedBecause = because;
            (await db.AnnouncementOfAsync(broadcast, cancellationToken)).IsOpen = false;
        }

        public async Task ResumeAsync(Broadcast broadcast, CancellationToken cancellationToken)
        {
            broadcast.State = BroadcastState.Sending;
            broadcast.PausedBecause = null;
            broadcast.ProgressAt = null; // the pause is no part of the pace
            await db.OpenAsync(broadcast, cancellationToken);
        }

        /// <summary>What waits is marked chunk by chunk afterwards, for it may be a million deliveries.</summary>
        public async Task CancelAsync(Broadcast broadcast, CancellationToken cancellationToken)
        {
            broadcast.State = BroadcastState.Cancelled;
            (await db.AnnouncementOfAsync(broadcast, cancellationToken)).IsOpen = false;
        }

        public Task<BroadcastContent> AnnouncementOfAsync(Broadcast broadcast, CancellationToken cancellationToken) =>
            db.Announcements.SingleAsync(broadcastContent => broadcastContent.Id == broadcast.Id, cancellationToken);

        /// <summary>Marks a chunk of what waits as cancelled. Returns whether there may be more.</summary>
        public async Task<bool> CancelChunkAsync(Broadcast broadcast, DateTimeOffset now, CancellationToken cancellationToken) =>
            await db.Deliveries
                .Where(delivery => delivery.Lane == Lane.Broadcast && delivery.CarriedId == broadcast.Id && delivery.State == DeliveryState.Waiting)
                .OrderBy(delivery => delivery.Id)
                .Take(FanOut.ChunkSize)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(delivery => delivery.State, DeliveryState.Cancelled).SetProperty(delivery => delivery.FinishedAt, now),
                    cancellationToken) == FanOut.ChunkSize;

        internal async Task OpenAsync(Broadcast broadcast, CancellationToken cancellationToken)
        {
            var announcement = await db.AnnouncementOfAsync(broadcast, cancellationToken);
            announcement.IsOpen = true;
            announcement.RefusalsInARow = 0;
            announcement.ClosedBecause = null;
        }
    }
}
