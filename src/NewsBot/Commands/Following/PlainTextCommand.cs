using System.Text;
using NewsBot.Commands.Sourcing;
using NewsBot.Messages;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>Plain text in a private chat: offered as a topic, or as several. None of it is stored.</summary>
internal sealed class PlainTextCommand : ICommand
{
    public string Name => CommandTable.Offer;

    public CommandAudience Audience => CommandAudience.Everyone;

    public bool IsListed => false;

    public Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var parses = TopicList.Parse(call.Argument);
        call.Reply(parses.OfType<TopicParse.Failure>().FirstOrDefault() is { } failure
            ? InvalidTopicReply.Of(call.Texts, failure, CommandTable.Subscribe)
            : Offer(call, [.. parses.OfType<TopicParse.Success>().Select(success => success.Query)]));
        return Task.CompletedTask;
    }

    private static Message Offer(CommandCall call, List<TopicQuery> queries)
    {
        var message = new MessageBuilder().Text(call.Texts.OfferTopic(string.Join(", ", queries.Select(query => query.Name))));
        foreach (var query in queries)
        {
            if (TopicButton.ReferenceTo(query, message) is { } reference)
            {
                message.Row(
                    new Button(queries.Count == 1 ? call.Texts.FollowButton : query.Name, $"{CommandTable.Subscribe}:{reference}"),
                    new Button(call.Texts.LatestButton, $"latest:{reference}"));
            }
        }

        // A host alone may be a topic (node.js) or a site.
        var find = $"{CommandTable.AddressText}:find {call.Argument}";
        if (TypedAddress.Of(call.Argument) is not null && Encoding.UTF8.GetByteCount(find) <= Button.MaxDataBytes)
        {
            message.Row(new Button(call.Texts.FindFeedsButton, find));
        }

        return message.Build();
    }
}
