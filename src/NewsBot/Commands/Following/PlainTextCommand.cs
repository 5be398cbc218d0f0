using System.Text;
using NewsBot.Commands.Sourcing;
using NewsBot.Messages;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>Plain text in a private chat: offered as a topic, or as several.</summary>
internal sealed class PlainTextCommand : ICommand
{
    public string Name => CommandTable.Offer;

    public CommandAudience Audience => CommandAudience.Everyone;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var parses = TopicList.Parse(call.Argument);
        if (parses.OfType<TopicParse.Failure>().FirstOrDefault() is { } failure)
        {
            call.Reply(InvalidTopicReply.Of(call.Texts, failure, "subscribe"));
            return;
        }

        var topics = new List<Topic>();
        foreach (var parse in parses.OfType<TopicParse.Success>())
        {
            topics.Add(await call.Db.FindOrCreateAsync(parse.Query, call.Now, cancellationToken));
        }

        var message = new MessageBuilder().Text(call.Texts.OfferTopic(string.Join(", ", topics.Select(topic => topic.Name))));
        foreach (var topic in topics)
        {
            message.Row(
                TopicButton.For(topics.Count == 1 ? call.Texts.FollowButton : topic.Name, "subscribe", topic),
                TopicButton.For(call.Texts.LatestButton, "latest", topic));
        }

        // A host alone may be a topic (node.js) or a site.
        var find = $"{CommandTable.AddressText}:find {call.Argument}";
        if (TypedAddress.Of(call.Argument) is not null && Encoding.UTF8.GetByteCount(find) <= Button.MaxDataBytes)
        {
            message.Row(new Button(call.Texts.FindFeedsButton, find));
        }

        call.Reply(message.Build());
    }
}
