using NewsBot.Subscribers;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>Which topic a typed text or a pressed button means.</summary>
internal static class TopicResolver
{
    extension(CommandCall call)
    {
        /// <summary>
        /// The topic's query, or why the text is none. Null for a press that means no topic of this chat any more: a number names only what
        /// the chat itself follows.
        /// </summary>
        public async Task<TopicParse?> ParseTopicAsync(string argument, CancellationToken cancellationToken)
        {
            if (call.Incoming is not IncomingCallback press || !TopicButton.IsReference(argument))
            {
                return TopicQuery.Parse(argument);
            }

            if (TopicButton.QuotedIn(argument, press) is { } quoted)
            {
                return TopicQuery.Parse(quoted);
            }

            var followed = TopicButton.NumberIn(argument) is null ? null : await call.FindFollowedAsync(argument, cancellationToken);
            return followed is not null && TopicQuery.Restore(followed.Topic) is { } query ? new TopicParse.Success(query) : null;
        }

        /// <summary>The same for a text that may name several topics, separated by commas or new lines. Empty where a press means none.</summary>
        public async Task<IReadOnlyList<TopicParse>> ParseTopicsAsync(string argument, CancellationToken cancellationToken) =>
            !call.IsPress ? TopicList.Parse(argument)
            : await call.ParseTopicAsync(argument, cancellationToken) is { } parse ? [parse]
            : [];

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
