using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;
using NewsBot.Topics;

namespace NewsBot.Subscribers;

/// <summary>Which of a subscriber's topics a story is for.</summary>
internal static class StoryTopics
{
    extension(NewsDb db)
    {
        /// <summary>The matches of a story that a subscriber follows at their level, the best first.</summary>
        public IQueryable<Match> MatchesOfStory(long subscriberId, long storyId) =>
            from match in db.Matches
            join subscription in db.Subscriptions on match.TopicId equals subscription.TopicId
            where match.StoryId == storyId && subscription.SubscriberId == subscriberId && match.Level >= subscription.Level
            orderby match.Score descending, subscription.Id
            select match;

        /// <summary>The matches, of all stories, that a subscriber asks for now: followed at their level, and the topic not paused.</summary>
        public IQueryable<Match> MatchesOfStories(long subscriberId, DateTimeOffset now) =>
            from match in db.Set<Match>()
            join subscription in db.Set<Subscription>() on match.TopicId equals subscription.TopicId
            where subscription.SubscriberId == subscriberId && match.Level >= subscription.Level
                && (subscription.PausedUntil == null || subscription.PausedUntil <= now)
            select match;

        /// <summary>The names of those topics for several subscribers and stories, the best first.</summary>
        public async Task<ILookup<(long SubscriberId, long StoryId), string>> TopicsOfStoriesAsync(
            IReadOnlyList<long> subscriberIds, IReadOnlyList<long> storyIds, CancellationToken cancellationToken)
        {
            var topics =
                from match in db.Matches
                join subscription in db.Subscriptions on match.TopicId equals subscription.TopicId
                join topic in db.Topics on match.TopicId equals topic.Id
                where storyIds.Contains(match.StoryId) && subscriberIds.Contains(subscription.SubscriberId) && match.Level >= subscription.Level
                orderby match.Score descending, subscription.Id
                select new { subscription.SubscriberId, match.StoryId, topic.Name };
            var found = subscriberIds.Count == 0 || storyIds.Count == 0 ? [] : await topics.ToListAsync(cancellationToken);
            return found.ToLookup(topic => (topic.SubscriberId, topic.StoryId), topic => topic.Name);
        }
    }
}
