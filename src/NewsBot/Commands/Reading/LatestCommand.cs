using NewsBot.Commands.Following;
using NewsBot.Messages;
using NewsBot.Subscribers;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Reading;

/// <summary>/latest [TOPIC]: the newest articles about a topic, or about each topic of the chat.</summary>
internal sealed class LatestCommand(RecentMatches recent) : ICommand
{
    private const int AboutOne = 5;
    private const int AboutEach = 2;
    private const int MaxTopics = 8;

    public string Name => "latest";

    public CommandAudience Audience => CommandAudience.Everyone;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Argument.Length > 0)
        {
            await ShowAsync(call, await call.ParseTopicAsync(call.Argument, cancellationToken), cancellationToken);
            return;
        }

        var followed = await call.Db.FollowedTopicsAsync(call.Subscriber.Id, cancellationToken);
        var message = new MessageBuilder();
        foreach (var topic in followed.Take(MaxTopics).Select(followedTopic => followedTopic.Topic))
        {
            if (TopicQuery.Restore(topic) is { } query)
            {
                await WriteAsync(call, message, query, AboutEach, cancellationToken);
                message.Text("\n\n");
            }
        }

        call.Reply(followed.Count == 0 ? MessageBuilder.Plain(call.Texts.FollowsNothing) : message.Build());
    }

    private async Task ShowAsync(CommandCall call, TopicParse? parse, CancellationToken cancellationToken)
    {
        switch (parse)
        {
            case null:
                call.Refuse(call.Texts.ButtonIsOld);
                break;
            case TopicParse.Failure failure:
                call.Reply(InvalidTopicReply.Of(call.Texts, failure, "latest"));
                break;
            case TopicParse.Success { Query: var query }:
                var message = new MessageBuilder();
                await WriteAsync(call, message, query, AboutOne, cancellationToken);
                call.Reply(message.Build());
                break;
        }
    }

    private async Task WriteAsync(CommandCall call, MessageBuilder message, TopicQuery query, int most, CancellationToken cancellationToken)
    {
        var newest = await recent.FindAsync(call.Db, query, MatchLevel.About, most, cancellationToken);
        message.Text(newest.Count == 0 ? call.Texts.NoLatest(query.Name) : call.Texts.LatestAbout(query.Name));
        foreach (var (article, _) in newest)
        {
            message.Text("\n• ").Link(article.Title, article.Address).Text($" ({Credit(article.Publisher, article.Published, call.Texts)})");
        }
    }

    private static string Credit(string publisher, DateTimeOffset? published, Texts texts) =>
        published is { } at ? $"{publisher}, {texts.Instant(at)}" : publisher;
}
