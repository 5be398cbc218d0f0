using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;

namespace NewsBot.Broadcasts;

/// <summary>How the deliveries of broadcasts stand, counted in the store.</summary>
internal static class BroadcastStatistics
{
    extension(NewsDb db)
    {
        /// <summary>Counts a broadcast's deliveries by how they ended.</summary>
        public async Task<BroadcastFigures> TallyAsync(Broadcast broadcast, CancellationToken cancellationToken)
        {
            var counts = await db.Deliveries
                .Where(delivery => delivery.Lane == Lane.Broadcast && delivery.CarriedId == broadcast.Id)
                .GroupBy(delivery => delivery.State)
                .Select(group => new { group.Key, Count = group.Count() })
                .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
            var pruned = await db.DeliveryCounts
                .Where(deliveryCount => deliveryCount.Lane == Lane.Broadcast && deliveryCount.CarriedId == broadcast.Id)
                .GroupBy(deliveryCount => deliveryCount.State)
                .Select(group => new { group.Key, Count = group.Sum(deliveryCount => deliveryCount.Count) })
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
                Expired = counts.GetValueOrDefault(DeliveryState.Expired),
                FailedBecause = counts.ContainsKey(DeliveryState.Failed) ? await db.CommonestReasonAsync(broadcast, cancellationToken) : null,
            };
        }

        /// <summary>Whether a delivery of it waits or is being sent.</summary>
        public async Task<bool> HasUnendedAsync(Broadcast broadcast, CancellationToken cancellationToken) =>
            broadcast.OwedAt is null
            || await db.Deliveries.AnyAsync(
                delivery => delivery.Lane == Lane.Broadcast && delivery.CarriedId == broadcast.Id
                    && (delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Sending),
                cancellationToken);

        private Task<string?> CommonestReasonAsync(Broadcast broadcast, CancellationToken cancellationToken) => db.Deliveries
            .Where(delivery => delivery.Lane == Lane.Broadcast && delivery.CarriedId == broadcast.Id && delivery.State == DeliveryState.Failed)
            .GroupBy(delivery => delivery.Reason)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
