using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsBot.Commands.Following;
using NewsBot.Messages;
using NewsBot.Outbox.Pushes;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>/start: greets, or welcomes back whoever follows something already, with a choice about what they missed.</summary>
internal sealed class StartCommand : ICommand
{
    public string Name => "start";

    public CommandAudience Audience => CommandAudience.Everyone;

    public Task RunAsync(CommandCall call, CancellationToken cancellationToken) => call.IsPress
        ? AnswerAsync(call, cancellationToken)
        : GreetAsync(call, cancellationToken);

    private static async Task GreetAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var topics = await call.Db.Subscriptions.CountAsync(subscription => subscription.SubscriberId == call.Subscriber.Id, cancellationToken);
        if (topics > 0)
        {
            // Unblocking the bot and its Start button are two updates: one greeting is enough.
            if (await WelcomeBackMessage.WasJustSentAsync(call, cancellationToken))
            {
                return;
            }

            call.Reply(call.Subscriber.UnreachableSince is { } since
                ? await WelcomeBackMessage.AskAsync(call.Db, call.Subscriber, topics, since, call.Texts, cancellationToken)
                : MessageBuilder.Plain(call.Texts.WelcomeBack(topics)));
            call.Subscriber.UnreachableSince = null;
            return;
        }

        var welcome = new MessageBuilder().Text(call.Incoming.Chat.IsPrivate ? call.Texts.Welcome : call.Texts.WelcomeGroup);
        foreach (var row in await SuggestedTopics.RowsAsync(call.Db, call.Incoming.PersonLanguage, cancellationToken))
        {
            welcome.Row(row);
        }

        call.Reply(welcome.Build());
        await call.KeepSubscriberAsync(cancellationToken);
    }

    private static async Task AnswerAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (!(call.Argument.Split(' ') is ["missed", var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks < call.Now.UtcTicks))
        {
            call.Show(MessageBuilder.Plain(call.Texts.MissedSkipped));
            return;
        }

        var missed = await MissedStories.SinceAsync(call.Db, call.Subscriber.Id, null, new DateTimeOffset(ticks, TimeSpan.Zero), cancellationToken);
        call.Show(missed.Say(call.Texts, ""));
    }
}
