using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>Finds the next delivery to send. Each question is answered by the first entries of an index, however many deliveries wait.</summary>
internal static class WaitingDeliveries
{
    extension(NewsDb db)
    {
        /// <summary>The first that is due: of the lane whose turn it is, else of the lanes in their order.</summary>
        /// <param name="turn">The lane that is asked first.</param>
        /// <param name="closedChats">Chats that may not be written to now.</param>
        /// <param name="now">The present instant.</param>
        /// <param name="cancellationToken">Ends the search.</param>
        public async Task<Delivery?> FirstDueAsync(Lane turn, IReadOnlyList<long> closedChats, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var due = db.Deliveries.AsNoTracking()
                .Where(one => one.State == DeliveryState.Waiting && one.Due <= now && !closedChats.Contains(one.ChatId));
            var others = due.Where(one => one.Lane < Lane.Broadcast).OrderBy(one => one.Lane).ThenBy(one => one.Id);
            var ofTurn = turn switch
            {
                Lane.Reply => null, // the first of the order anyway
                Lane.Broadcast => await db.FirstOfBroadcastsAsync(due, cancellationToken),
                _ => await due.Where(one => one.Lane == turn).OrderBy(one => one.Id).FirstOrDefaultAsync(cancellationToken),
            };
            return ofTurn
                ?? await others.FirstOrDefaultAsync(cancellationToken)
                ?? await db.FirstOfBroadcastsAsync(due, cancellationToken);
        }

        /// <summary>By announcement, because a million deliveries of one that is closed may wait before those of one that is open.</summary>
        private async Task<Delivery?> FirstOfBroadcastsAsync(IQueryable<Delivery> due, CancellationToken cancellationToken)
        {
            var open = await db.Announcements.Where(one => one.IsOpen).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(cancellationToken);
            foreach (var announcement in open)
            {
                var first = await due
                    .Where(one => one.Lane == Lane.Broadcast && one.CarriedId == announcement)
                    .OrderBy(one => one.Id)
                    .FirstOrDefaultAsync(cancellationToken);
                if (first is not null)
                {
                    return first;
                }
            }

            return null;
        }
    }
}
