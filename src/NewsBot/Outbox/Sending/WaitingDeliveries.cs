using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Outbox.Sending;

/// <summary>
/// Finds what can be sent next. Of each chat only the first that waits in a lane is looked at, which keeps the order; and chats are
/// looked up one after the other in an index, so that neither a chat that may not be written to nor the number of what waits for it
/// costs the others anything.
/// </summary>
internal static class WaitingDeliveries
{
    /// <summary>No delivery is made to wait so long: a later instant was written before the clock was set back, and is not believed.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(2);

    extension(NewsDb db)
    {
        /// <summary>The first delivery of each of the next chats in a lane, in the order of the chats.</summary>
        /// <param name="lane">Not <see cref="Lane.Broadcast"/>, which is asked for by <see cref="DueOfBroadcastsAsync"/>.</param>
        /// <param name="after">The chat after which to begin.</param>
        /// <param name="closed">Chats that may not be written to now.</param>
        /// <param name="now">The present instant.</param>
        /// <param name="count">Most that are returned.</param>
        public async Task<List<Delivery>> DueOfLaneAsync(
            Lane lane, long after, ClosedChats closed, DateTimeOffset now, int count, CancellationToken cancellationToken)
        {
            var forMessages = JsonSerializer.Serialize(closed.ForMessages);
            var forEdits = JsonSerializer.Serialize(closed.ForEdits);

            // "State" = 0 is written out: only then is the index of what waits used. Each step of the recursion is one look into it.
            return await db.Deliveries.FromSql(
                $"""
                WITH RECURSIVE "Heads" ("ChatId") AS (
                    SELECT MIN("ChatId") FROM "Deliveries" WHERE "State" = 0 AND "Lane" = {(int)lane} AND "ChatId" > {after}
                    UNION ALL
                    SELECT (SELECT MIN("ChatId") FROM "Deliveries" WHERE "State" = 0 AND "Lane" = {(int)lane} AND "ChatId" > "Heads"."ChatId")
                    FROM "Heads" WHERE "Heads"."ChatId" IS NOT NULL)
                SELECT first.*
                FROM "Heads"
                CROSS JOIN "Deliveries" AS first ON first."Id" =
                    (SELECT MIN("Id") FROM "Deliveries" WHERE "State" = 0 AND "Lane" = {(int)lane} AND "ChatId" = "Heads"."ChatId")
                WHERE (first."Due" <= {now.UtcTicks} OR first."Due" > {(now + LongestWait).UtcTicks}) AND first."Expires" > {now.UtcTicks}
                    AND NOT (first."EditsMessageId" IS NULL AND first."ChatId" IN (SELECT value FROM json_each({forMessages})))
                    AND NOT (first."EditsMessageId" IS NOT NULL AND first."ChatId" IN (SELECT value FROM json_each({forEdits})))
                LIMIT {count}
                """)
                .AsNoTracking()
                .ToListAsync(cancellationToken);
        }

        /// <summary>The first deliveries of the announcements that are open, an announcement after the other: a million of one that is closed may wait before those of one that is open.</summary>
        public async Task<List<Delivery>> DueOfBroadcastsAsync(
            IReadOnlyList<long> closed, DateTimeOffset now, int count, CancellationToken cancellationToken)
        {
            var ahead = now + LongestWait;
            var found = new List<Delivery>();
            var open = await db.Announcements.Where(broadcastContent => broadcastContent.IsOpen).OrderBy(broadcastContent => broadcastContent.Id).Select(broadcastContent => broadcastContent.Id).ToListAsync(cancellationToken);
            foreach (var announcement in open)
            {
                var taken = found.Select(delivery => delivery.ChatId).Concat(closed).ToList();
                var due = await db.Deliveries.AsNoTracking()
                    .Where(delivery => delivery.Lane == Lane.Broadcast && delivery.CarriedId == announcement && delivery.State == DeliveryState.Waiting)
                    .Where(delivery => (delivery.Due <= now || delivery.Due > ahead) && delivery.Expires > now && !taken.Contains(delivery.ChatId))
                    .OrderBy(delivery => delivery.Id)
                    .Take(count - found.Count)
                    .ToListAsync(cancellationToken);

                // Threads of one forum are one chat, and a chat is written to once at a time.
                found.AddRange(due.DistinctBy(delivery => delivery.ChatId));
                if (found.Count >= count)
                {
                    break;
                }
            }

            return found;
        }
    }
}
