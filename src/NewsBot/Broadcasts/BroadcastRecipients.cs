using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Broadcasts;

/// <summary>Who gets a broadcast: every chat and forum thread that can be written to and has not turned announcements off.</summary>
internal static class BroadcastRecipients
{
    extension(NewsDb db)
    {
        public Task<int> CountRecipientsAsync(CancellationToken cancellationToken) =>
            db.Subscribers.CountAsync(subscriber => subscriber.State == SubscriberState.Active && !subscriber.AnnouncementsOff, cancellationToken);

        /// <summary>The newest subscriber; 0 when there is none.</summary>
        public async Task<long> LastSubscriberIdAsync(CancellationToken cancellationToken) =>
            await db.Subscribers.MaxAsync(subscriber => (long?)subscriber.Id, cancellationToken) ?? 0;

        /// <summary>
        /// Enqueues the broadcast for the next chunk of its recipients and moves its cursor, in the caller's transaction.
        /// For those of a cancelled one it is enqueued as cancelled, so that the report counts them.
        /// </summary>
        public async Task EnqueueChunkAsync(Broadcast broadcast, TimeSpan lifetime, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var left = db.Subscribers
                .Where(subscriber => subscriber.Id > broadcast.Cursor && subscriber.Id <= broadcast.LastSubscriberId)
                .OrderBy(subscriber => subscriber.Id)
                .Select(subscriber => (long?)subscriber.Id);
            var last = await left.Skip(FanOut.ChunkSize - 1).FirstOrDefaultAsync(cancellationToken) ?? broadcast.LastSubscriberId;
            var expires = (broadcast.StartedAt ?? now) + lifetime;
            await db.EnqueueAsync(broadcast, last, expires.UtcTicks, now.UtcTicks, cancellationToken);
            broadcast.Cursor = last;
            broadcast.OwedAt = last == broadcast.LastSubscriberId ? now : null;
        }

        private Task<int> EnqueueAsync(Broadcast broadcast, long last, long expires, long now, CancellationToken cancellationToken)
        {
            var isCancelled = broadcast.State == BroadcastState.Cancelled;
            var state = (int)(isCancelled ? DeliveryState.Cancelled : DeliveryState.Waiting);
            long? finished = isCancelled ? now : null;
            return db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Deliveries" ("ChatId", "ThreadId", "Lane", "CarriedId", "Part",
                    "State", "Due", "Expires", "Attempts", "UnknownAttempts", "CreatedAt", "FinishedAt")
                SELECT chat."ChatId", chat."ThreadId", {(int)Lane.Broadcast}, {broadcast.Id}, 0, {state}, {now}, {expires}, 0, 0, {now}, {finished}
                FROM "Subscribers" AS chat
                WHERE chat."Id" > {broadcast.Cursor} AND chat."Id" <= {last}
                    AND chat."State" = {(int)SubscriberState.Active} AND chat."AnnouncementsOff" = 0
                ORDER BY chat."Id"
                ON CONFLICT DO NOTHING
                """,
                cancellationToken);
        }
    }
}
