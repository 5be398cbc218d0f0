using NewsBot.Messages;
using NewsBot.Outbox.Pushes;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Following;

/// <summary>/unsubscribe TOPIC: drops a topic, with a way back; without a topic, shows what can be dropped.</summary>
internal sealed class UnsubscribeCommand : ICommand
{
    public string Name => "unsubscribe";

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Argument.Length == 0)
        {
            await AskAsync(call, cancellationToken);
        }
        else if (await call.FindFollowedAsync(call.Argument, cancellationToken) is { } followed)
        {
            await call.Db.RemoveAsync(followed.Subscription, call.Now, cancellationToken);
            await call.Db.CancelUnwantedPushesAsync(call.Subscriber, call.Now, cancellationToken);
            call.Reply(new MessageBuilder()
                .Text(call.Texts.NoLongerFollowing(followed.Topic.Name))
                .Row(TopicButton.For(call.Texts.UndoButton, "subscribe", followed.Topic))
                .Build());
        }
        else
        {
            call.Refuse(call.IsPress ? call.Texts.AlreadyDropped : call.Texts.NotFollowing(call.Argument));
        }
    }

    private static async Task AskAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var followed = await call.Db.FollowedTopicsAsync(call.Subscriber.Id, cancellationToken);
        var message = new MessageBuilder().Text(followed.Count == 0 ? call.Texts.FollowsNothing : call.Texts.WhatToUnfollow);
        foreach (var one in followed.Take(TopicButton.MaxOnOnePage))
        {
            message.Row(TopicButton.For(one.Topic.Name, "unsubscribe", one.Topic));
        }

        call.Reply(message.Build());
    }
}
