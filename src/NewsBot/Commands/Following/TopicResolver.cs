using Microsoft.EntityFrameworkCore;
using NewsBot.Subscribers;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>Which topic a typed text or a pressed button means.</summary>
internal static class TopicResolver
{
    extension(CommandCall call)
    {
        /// <summary>The topic's query, or why there is none.</summary>
        public async Task<TopicParse> ParseTopicAsync(string argument, CancellationToken cancellationToken)
        {
            if (call.IsPress && TopicButton.NumberIn(argument) is { } number)
            {
                var topic = await call.Db.Topics.SingleOrDefaultAsync(one => one.Id == number, cancellationToken);
                if (topic is not null && TopicQuery.Restore(topic) is { } query)
                {
                    return new TopicParse.Success(query);
                }
            }

            return TopicQuery.Parse(argument);
        }

        /// <summary>The same for a text that may name several topics, parted by commas or new lines.</summary>
        public async Task<IReadOnlyList<TopicParse>> ParseTopicsAsync(string argument, CancellationToken cancellationToken) =>
            call.IsPress ? [await call.ParseTopicAsync(argument, cancellationToken)] : TopicList.Parse(argument);

        /// <summary>The followed topic that is meant: by number, by name, or by any query that asks for the same. Null when there is none.</summary>
        public async Task<FollowedTopic?> FindFollowedAsync(string argument, CancellationToken cancellationToken)
        {
            var followed = await call.Db.FollowedTopicsAsync(call.Subscriber.Id, cancellationToken);
            if (call.IsPress && TopicButton.NumberIn(argument) is { } number)
            {
                return followed.Find(followedTopic => followedTopic.Topic.Id == number);
            }

            var canonical = TopicQuery.Parse(argument) is TopicParse.Success parsed ? parsed.Query.Canonical : null;
            return followed.Find(followedTopic => followedTopic.Topic.Query == canonical)
                ?? followed.Find(followedTopic => followedTopic.Topic.Name.Equals(argument, StringComparison.OrdinalIgnoreCase));
        }
    }
}
