using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Subscribers;

/// <summary>Ends subscriptions in a way that can be undone for a while. Everything runs in the caller's transaction.</summary>
internal static class SubscriptionRemoval
{
    extension(NewsDb db)
    {
        /// <summary>Ends a subscription and keeps what undoing it needs. What others ended too long ago is forgotten.</summary>
        public async Task RemoveAsync(Subscription subscription, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var forgotten = now - RemovedSubscription.Kept;
            await db.RemovedSubscriptions
                .Where(removed => removed.RemovedAt < forgotten || (removed.SubscriberId == subscription.SubscriberId && removed.TopicId == subscription.TopicId))
                .ExecuteDeleteAsync(cancellationToken);
            db.Subscriptions.Remove(subscription);
            db.RemovedSubscriptions.Add(new RemovedSubscription
            {
                Id = subscription.Id,
                SubscriberId = subscription.SubscriberId,
                TopicId = subscription.TopicId,
                Level = subscription.Level,
                PausedAt = subscription.PausedAt,
                PausedUntil = subscription.PausedUntil,
                PushesPerHour = subscription.PushesPerHour,
                CreatedAt = subscription.CreatedAt,
                RemovedAt = now,
            });
        }

        /// <summary>Brings back what the subscriber ended: topic, level, pause and place. Null when it is too late, or was never theirs.</summary>
        public async Task<Subscription?> RestoreAsync(long subscriberId, long topicId, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var since = now - RemovedSubscription.Kept;
            var removed = await db.RemovedSubscriptions
                .SingleOrDefaultAsync(removed => removed.SubscriberId == subscriberId && removed.TopicId == topicId && removed.RemovedAt >= since, cancellationToken);
            var isFollowed = await db.Subscriptions.AnyAsync(subscription => subscription.SubscriberId == subscriberId && subscription.TopicId == topicId, cancellationToken);
            if (removed is null || isFollowed)
            {
                return null;
            }

            var isPlaceFree = !await db.Subscriptions.AnyAsync(subscription => subscription.Id == removed.Id, cancellationToken);
            var restored = new Subscription
            {
                Id = isPlaceFree ? removed.Id : 0,
                SubscriberId = subscriberId,
                TopicId = topicId,
                Level = removed.Level,
                PausedAt = removed.PausedAt,
                PausedUntil = removed.PausedUntil,
                PushesPerHour = removed.PushesPerHour,
                CreatedAt = removed.CreatedAt,
            };
            db.Subscriptions.Add(restored);
            db.RemovedSubscriptions.Remove(removed);
            return restored;
        }
    }
}
