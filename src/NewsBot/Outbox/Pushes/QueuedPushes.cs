using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox.Pushes;

/// <summary>What a change of settings means for the pushes that wait already. Everything runs in the caller's transaction.</summary>
internal static class QueuedPushes
{
    extension(NewsDb db)
    {
        /// <summary>
        /// Calls off what is queued and gathered for a chat about stories that none of its subscriptions asks for any more: to be called
        /// after a topic was unfollowed or paused, a level raised or the chat paused. Saves what the caller has changed first.
        /// </summary>
        /// <returns>How many stories were called off.</returns>
        public async Task<int> CancelUnwantedPushesAsync(Subscriber subscriber, DateTimeOffset now, CancellationToken cancellationToken)
        {
            await db.SaveChangesAsync(cancellationToken);
            var isPaused = subscriber.PausedUntil > now;
            var called = await db.Deliveries
                .Where(push => push.ChatId == subscriber.ChatId && push.ThreadId == subscriber.ThreadId && push.Lane == Lane.News
                    && (push.State == DeliveryState.Waiting || push.State == DeliveryState.Gathered || push.State == DeliveryState.Held)
                    && (isPaused || !db.MatchesOfStories(subscriber.Id, now).Any(match => match.StoryId == push.CarriedId)))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(push => push.State, DeliveryState.Cancelled).SetProperty(push => push.FinishedAt, now),
                    cancellationToken);
            await db.CancelEmptyDigestsAsync(subscriber.Address, now, cancellationToken);
            return called;
        }

        /// <summary>Ends what is queued for a chat, in all its threads, that an update says cannot be written to any more.</summary>
        public async Task BlockQueuedAsync(long chatId, string why, DateTimeOffset now, CancellationToken cancellationToken)
        {
            await db.PushRestrictions.Where(restriction => restriction.ChatId == chatId).ExecuteDeleteAsync(cancellationToken);
            await db.Deliveries.Where(queued => queued.ChatId == chatId).BlockQueuedAsync(why, now, cancellationToken);
        }

        /// <summary>A digest whose last story was called off has nothing to say; one that says less is read when it is sent.</summary>
        private Task<int> CancelEmptyDigestsAsync(ChatAddress chat, DateTimeOffset now, CancellationToken cancellationToken) => db.Deliveries
            .Where(digest => digest.ChatId == chat.ChatId && digest.ThreadId == chat.ThreadId && digest.Lane == Lane.Digest
                && digest.CarriedId != MissedNotice.CarriedId && digest.Body == null
                && (digest.State == DeliveryState.Waiting || digest.State == DeliveryState.Held)
                && !db.Set<Delivery>().Any(push => push.ChatId == digest.ChatId && push.ThreadId == digest.ThreadId && push.Lane == Lane.News
                    && push.State == DeliveryState.Gathered && push.Due == digest.Due
                    && db.Set<PushContent>().Any(content => content.Id == push.WordingId && content.TopicId == digest.CarriedId)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(digest => digest.State, DeliveryState.Cancelled).SetProperty(digest => digest.FinishedAt, now),
                cancellationToken);
    }
}
