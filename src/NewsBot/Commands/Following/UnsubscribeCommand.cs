using Microsoft.EntityFrameworkCore;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox.Pushes;
using NewsBot.Subscribers;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>
/// /unsubscribe TOPIC: drops a topic, with a way back; without a topic, shows what can be dropped. A topic that nobody follows any more
/// is deleted, so the way back (topic, level, pauses, place) lies in the message alone.
/// </summary>
internal sealed class UnsubscribeCommand(WorkSignal<ErasureRequest> erasures) : ICommand
{
    private const string Undo = "undo ";

    public string Name => "unsubscribe";

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Argument.Length == 0 || TopicPages.PageIn(call) > 0)
        {
            await AskAsync(call, cancellationToken);
        }
        else if (call.Incoming is IncomingCallback press && call.Argument.StartsWith(Undo, StringComparison.Ordinal))
        {
            await RestoreAsync(call, press, cancellationToken);
        }
        else if (await call.FindFollowedAsync(call.Argument, cancellationToken) is { } followed)
        {
            await UnfollowAsync(call, followed, cancellationToken);
        }
        else
        {
            call.Refuse(call.IsPress ? call.Texts.AlreadyDropped : call.Texts.NotFollowing(call.Argument));
        }
    }

    private static async Task AskAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var followed = await call.Db.FollowedTopicsAsync(call.Subscriber.Id, cancellationToken);
        call.Show(new MessageBuilder()
            .Text(followed.Count == 0 ? call.Texts.FollowsNothing : call.Texts.WhatToUnfollow)
            .Buttons(followed, TopicPages.PageIn(call), "unsubscribe", $"unsubscribe:{TopicPages.Page}", call.Texts)
            .Build());
    }

    private async Task UnfollowAsync(CommandCall call, FollowedTopic followed, CancellationToken cancellationToken)
    {
        var (subscription, topic) = followed;
        await call.BeginWriteAsync(cancellationToken);
        call.Db.Subscriptions.Remove(subscription);
        await call.Db.CancelUnwantedPushesAsync(call.Subscriber, call.Now, cancellationToken);
        await call.Db.DeleteUnfollowedTopicsAsync([topic.Id], cancellationToken);
        var text = TopicQuery.Restore(topic) is { } query ? TopicButton.TextOf(query) : topic.Name;
        call.Reply(new MessageBuilder()
            .TextWithCode(call.Texts.NoLongerFollowing(text), text)
            .Row(new Button(call.Texts.UndoButton, $"unsubscribe:{Undo}{UnfollowedState.Of(subscription)}"))
            .Build());
        erasures.Notify();
    }

    private static async Task RestoreAsync(CommandCall call, IncomingCallback press, CancellationToken cancellationToken)
    {
        if (UnfollowedState.Parse(call.Argument[Undo.Length..]) is not { } state
            || press.CodeTexts is not [var text, ..]
            || TopicQuery.Parse(text) is not TopicParse.Success { Query: var query })
        {
            call.Refuse(call.Texts.MessageIsGone);
            return;
        }

        await call.KeepSubscriberAsync(cancellationToken);
        var topic = await call.Db.FindOrCreateAsync(query, call.Now, cancellationToken);
        if (await call.Db.Subscriptions.AnyAsync(
            subscription => subscription.SubscriberId == call.Subscriber.Id && subscription.TopicId == topic.Id, cancellationToken))
        {
            call.Refuse(call.Texts.AlreadyFollowing(topic.Name));
            return;
        }

        call.Db.Subscriptions.Add(new Subscription
        {
            Id = await call.Db.FreePlaceAsync(state.Place, cancellationToken),
            SubscriberId = call.Subscriber.Id,
            TopicId = topic.Id,
            Level = state.Level,
            PausedAt = state.PausedAt,
            PausedUntil = state.PausedUntil,
            PushesPerHour = state.PushesPerHour,
            CreatedAt = call.Now,
        });
        call.Show(new MessageBuilder()
            .Text(call.Texts.FollowingAgain(topic.Name))
            .Row(new Button(call.Texts.TopicsButton, "topics:1"))
            .Build());
    }
}
