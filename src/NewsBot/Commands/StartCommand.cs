using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>/start: greets, and welcomes back those who follow something already.</summary>
internal sealed class StartCommand : ICommand
{
    public string Name => "start";

    public Audience Audience => Audience.Everyone;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        await call.KeepSubscriberAsync(cancellationToken);
        var topics = await call.Db.Subscriptions.CountAsync(one => one.SubscriberId == call.Subscriber.Id, cancellationToken);
        if (topics > 0)
        {
            call.Reply(call.Texts.WelcomeBack(topics));
            return;
        }

        var welcome = new MessageBuilder().Text(call.Incoming.Chat.IsPrivate ? call.Texts.Welcome : call.Texts.WelcomeGroup);
        foreach (var row in await SuggestedTopics.RowsAsync(call.Db, cancellationToken))
        {
            welcome.Row(row);
        }

        call.Reply(welcome.Build());
    }
}
