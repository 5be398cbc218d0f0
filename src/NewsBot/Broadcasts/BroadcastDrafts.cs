using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;

namespace NewsBot.Broadcasts;

/// <summary>A broadcast before it is sent. Everything runs in the caller's transaction.</summary>
internal static class BroadcastDrafts
{
    extension(NewsDb db)
    {
        /// <summary>Keeps a new draft, which takes the place of those that the admin has.</summary>
        /// <param name="adminId">Whose it is.</param>
        /// <param name="updateId">The update that asked for it; its first answer must be the preview.</param>
        /// <param name="message">What everyone shall get.</param>
        /// <param name="recipients">How many chats would get it now, counted before the transaction.</param>
        /// <param name="now">The present instant.</param>
        public async Task<(Broadcast Broadcast, BroadcastContent Announcement)> DraftAsync(
            long adminId,
            long updateId,
            Message message,
            int recipients,
            DateTimeOffset now,
            CancellationToken cancellationToken)
        {
            await db.Broadcasts
                .Where(draft => draft.AdminId == adminId && draft.State == BroadcastState.Draft)
                .ExecuteUpdateAsync(set => set.SetProperty(draft => draft.State, BroadcastState.Replaced), cancellationToken);
            var announcement = new BroadcastContent { Body = MessageJson.Write(message) };
            db.Announcements.Add(announcement);
            await db.SaveChangesAsync(cancellationToken);
            var broadcast = new Broadcast
            {
                Id = announcement.Id,
                AdminId = adminId,
                PreviewUpdateId = updateId,
                Recipients = recipients,
                CreatedAt = now,
            };
            db.Broadcasts.Add(broadcast);
            return (broadcast, announcement);
        }

        /// <summary>Why the preview could not be shown, or null. What could not be shown to its admin is sent to nobody.</summary>
        public Task<string?> PreviewProblemAsync(Broadcast draft, CancellationToken cancellationToken) => db.Deliveries
            .Where(delivery => delivery.ChatId == draft.AdminId && delivery.Lane == Lane.Reply && delivery.CarriedId == draft.PreviewUpdateId && delivery.Part == 0
                && delivery.State == DeliveryState.Failed)
            .Select(delivery => delivery.Reason)
            .FirstOrDefaultAsync(cancellationToken);

        /// <summary>Lets a draft go to everyone who is a subscriber now.</summary>
        public async Task StartAsync(Broadcast draft, int recipients, DateTimeOffset now, CancellationToken cancellationToken)
        {
            draft.State = BroadcastState.Sending;
            draft.StartedAt = now;
            draft.Recipients = recipients;
            draft.LastSubscriberId = await db.LastSubscriberIdAsync(cancellationToken);
            await db.OpenAsync(draft, cancellationToken);
        }
    }
}
