using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Topics;

namespace NewsBot.Subscribers;

/// <summary>What is asked of the subscribers' tables in more than one place.</summary>
internal static class SubscriberQueries
{
    extension(NewsDb db)
    {
        /// <summary>The subscriber of a chat, or null.</summary>
        public Task<Subscriber?> FindSubscriberAsync(ChatAddress chat, CancellationToken cancellationToken) =>
            db.Subscribers.SingleOrDefaultAsync(
                subscriber => subscriber.ChatId == chat.ChatId && subscriber.ThreadId == chat.ThreadId,
                cancellationToken);

        /// <summary>What the subscriber follows, by name.</summary>
        public Task<List<FollowedTopic>> FollowedTopicsAsync(long subscriberId, CancellationToken cancellationToken) =>
            db.Subscriptions
                .Where(subscription => subscription.SubscriberId == subscriberId)
                .Join(
                    db.Topics,
                    subscription => subscription.TopicId,
                    topic => topic.Id,
                    (subscription, topic) => new FollowedTopic(subscription, topic))
                .AsAsyncEnumerable()
                .OrderBy(followed => followed.Topic.Name, StringComparer.OrdinalIgnoreCase)
                .ToListAsync(cancellationToken)
                .AsTask();

        /// <summary>
        /// Deletes those of the topics that nobody follows, with their matches: what somebody typed is kept no longer than it is followed.
        /// Runs in the caller's transaction.
        /// </summary>
        public async Task DeleteUnfollowedTopicsAsync(IReadOnlyCollection<long> topicIds, CancellationToken cancellationToken)
        {
            var unfollowed = db.Topics.Where(topic =>
                topicIds.Contains(topic.Id) && !db.Set<Subscription>().Any(subscription => subscription.TopicId == topic.Id));
            await db.Matches.Where(match => unfollowed.Any(topic => topic.Id == match.TopicId)).ExecuteDeleteAsync(cancellationToken);
            await unfollowed.ExecuteDeleteAsync(cancellationToken);
        }

        /// <summary>
        /// The id under which a subscription can stand where it stood; 0, which takes a new one, where that is taken or was never given.
        /// </summary>
        public async Task<long> FreePlaceAsync(long id, CancellationToken cancellationToken) =>
            await db.Subscriptions.AnyAsync(subscription => subscription.Id > id, cancellationToken)
            && !await db.Subscriptions.AnyAsync(subscription => subscription.Id == id, cancellationToken)
                ? id
                : 0;

        /// <summary>
        /// Gives a group its new id when it became a supergroup. Where the supergroup already is a subscriber, the topics of both are joined.
        /// Runs in the caller's transaction.
        /// </summary>
        public async Task MoveSubscribersAsync(long from, long to, CancellationToken cancellationToken)
        {
            var moving = await db.Subscribers.Where(subscriber => subscriber.ChatId == from).ToListAsync(cancellationToken);
            foreach (var subscriber in moving)
            {
                if (await db.FindSubscriberAsync(new ChatAddress(to, subscriber.ThreadId), cancellationToken) is { } there)
                {
                    await db.JoinSubscribersAsync(subscriber.Id, there.Id, cancellationToken);
                    continue;
                }

                await db.Subscribers.Where(moved => moved.Id == subscriber.Id).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(moved => moved.ChatId, to)
                        .SetProperty(moved => moved.Kind, ChatKind.Supergroup)
                        .SetProperty(moved => moved.State, SubscriberState.Active),
                    cancellationToken);
            }
        }

        /// <summary>Nothing more goes to the chat and its threads until it comes back. Their topics are kept.</summary>
        public Task<int> CloseChatAsync(long chatId, DateTimeOffset now, CancellationToken cancellationToken) =>
            db.Subscribers.Where(subscriber => subscriber.ChatId == chatId).Where(subscriber => subscriber.State == SubscriberState.Active).ExecuteUpdateAsync(
                set => set
                    .SetProperty(subscriber => subscriber.State, SubscriberState.Unreachable)
                    .SetProperty(subscriber => subscriber.UnreachableSince, subscriber => subscriber.UnreachableSince ?? now),
                cancellationToken);

        /// <summary>The same for one thread of a chat, or its General topic, since an instant.</summary>
        public Task<int> CloseThreadAsync(ChatAddress thread, DateTimeOffset since, CancellationToken cancellationToken) =>
            db.Subscribers
                .Where(subscriber => subscriber.ChatId == thread.ChatId && subscriber.ThreadId == thread.ThreadId && subscriber.State == SubscriberState.Active)
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(subscriber => subscriber.State, SubscriberState.Unreachable)
                        .SetProperty(subscriber => subscriber.UnreachableSince, subscriber => subscriber.UnreachableSince ?? since),
                    cancellationToken);

        /// <summary>
        /// Gives what a forum's thread follows to the forum itself, when the thread was closed or deleted.
        /// Runs in the caller's transaction.
        /// </summary>
        public async Task LeaveThreadAsync(ChatAddress thread, CancellationToken cancellationToken)
        {
            if (await db.FindSubscriberAsync(thread, cancellationToken) is not { } leaving)
            {
                return;
            }

            if (await db.FindSubscriberAsync(new ChatAddress(thread.ChatId), cancellationToken) is { } there)
            {
                await db.JoinSubscribersAsync(leaving.Id, there.Id, cancellationToken);
                return;
            }

            await db.Subscribers.Where(subscriber => subscriber.Id == leaving.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(subscriber => subscriber.ThreadId, 0), cancellationToken);
        }

        private async Task JoinSubscribersAsync(long from, long to, CancellationToken cancellationToken)
        {
            await db.Subscriptions
                .Where(moved => moved.SubscriberId == from &&
                    !db.Set<Subscription>().Any(kept => kept.SubscriberId == to && kept.TopicId == moved.TopicId))
                .ExecuteUpdateAsync(set => set.SetProperty(moved => moved.SubscriberId, to), cancellationToken);
            await db.Subscriptions.Where(left => left.SubscriberId == from).ExecuteDeleteAsync(cancellationToken);
            await db.Subscribers
                .Where(kept => kept.Id == to && db.Set<Subscriber>().Any(left => left.Id == from && left.AnnouncementsOff))
                .ExecuteUpdateAsync(set => set.SetProperty(kept => kept.AnnouncementsOff, true), cancellationToken);
            await db.Subscribers.Where(left => left.Id == from).ExecuteDeleteAsync(cancellationToken);
        }
    }
}

/// <summary>A subscription with its topic.</summary>
internal sealed record FollowedTopic(Subscription Subscription, Topic Topic);
