using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;

namespace NewsBot.Broadcasts;

/// <summary>How the deliveries of broadcasts stand, counted in the store.</summary>
internal static class Tally
{
    extension(NewsDb db)
    {
        /// <summary>Counts a broadcast's deliveries by how they ended.</summary>
        public async Task<BroadcastFigures> TallyAsync(Broadcast broadcast, CancellationToken cancellationToken)
        {
            var counts = await db.Deliveries
                .Where(one => one.Lane == Lane.Broadcast && one.CarriedId == broadcast.Id)
                .GroupBy(one => one.State)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            var pruned = await db.DeliveryCounts
                .Where(one => one.Lane == Lane.Broadcast && one.CarriedId == broadcast.Id)
                .GroupBy(one => one.State)
                .Select(group => new { group.Key, Count = group.Sum(one => one.Count) })
                .ToListAsync(cancellationToken);
            foreach (var state in pruned)
            {
                counts[state.Key] = counts.GetValueOrDefault(state.Key) + state.Count;
            }

            return new BroadcastFigures(
                broadcast.OwedAt is null ? Math.Max(broadcast.Recipients, counts.Values.Sum()) : counts.Values.Sum(),
                counts.GetValueOrDefault(DeliveryState.Sent),
                counts.GetValueOrDefault(DeliveryState.Blocked),
                counts.GetValueOrDefault(DeliveryState.Failed),
                counts.GetValueOrDefault(DeliveryState.Unknown),
                counts.GetValueOrDefault(DeliveryState.Cancelled))
            {
                FailedBecause = counts.ContainsKey(DeliveryState.Failed) ? await db.CommonestReasonAsync(broadcast, cancellationToken) : null,
            };
        }

        /// <summary>Whether a delivery of it waits or is being sent.</summary>
        public async Task<bool> HasUnendedAsync(Broadcast broadcast, CancellationToken cancellationToken) =>
            broadcast.OwedAt is null
            || await db.Deliveries.AnyAsync(
                one => one.Lane == Lane.Broadcast && one.CarriedId == broadcast.Id
                    && (one.State == DeliveryState.Waiting || one.State == DeliveryState.Sending),
                cancellationToken);

        private Task<string?> CommonestReasonAsync(Broadcast broadcast, CancellationToken cancellationToken) => db.Deliveries
            .Where(one => one.Lane == Lane.Broadcast && one.CarriedId == broadcast.Id && one.State == DeliveryState.Failed)
            .GroupBy(one => one.Reason)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
