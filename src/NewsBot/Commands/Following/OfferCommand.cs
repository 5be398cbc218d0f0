using NewsBot.Messages;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands;

/// <summary>Plain text in a private chat: offered as a topic.</summary>
internal sealed class OfferCommand : ICommand
{
    public string Name => CommandTable.Offer;

    public Audience Audience => Audience.Everyone;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        switch (TopicQuery.Parse(call.Argument))
        {
            case TopicParse.Failure failure:
                call.Reply(TopicRefusal.Of(call.Texts, failure, "subscribe"));
                break;
            case TopicParse.Success { Query: var query }:
                var topic = await call.Db.FindOrCreateAsync(query, call.Now, cancellationToken);
                call.Reply(new MessageBuilder()
                    .Text(call.Texts.OfferTopic(topic.Name))
                    .Row(
                        TopicButton.For(call.Texts.FollowButton, "subscribe", topic),
                        TopicButton.For(call.Texts.LatestButton, "latest", topic))
                    .Build());
                break;
        }
    }
}
