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

        /// <summary>The names of those topics, the best first.</summary>
        public async Task<List<string>> TopicsOfStoryAsync(long subscriberId, long storyId, CancellationToken cancellationToken)
        {
            var names = await db.MatchesOfStory(subscriberId, storyId)
                .Join(db.Topics, match => match.TopicId, topic => topic.Id, (_, topic) => topic.Name)
                .ToListAsync(cancellationToken);
            return [.. names.Distinct()];
        }
    }
}
