using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Subscribers;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands;

/// <summary>/subscribe TOPIC: follows a topic and shows the newest about it; without a topic, offers some.</summary>
internal sealed class SubscribeCommand(RecentMatches recent, IOptions<SubscriberOptions> options)
    : ICommand
{
    private const int AliasesShown = 5;

    public string Name => "subscribe";

    public Audience Audience => Audience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Argument.Length == 0)
        {
            await OfferAsync(call, cancellationToken);
            return;
        }

        switch (await call.ParseTopicAsync(call.Argument, cancellationToken))
        {
            case TopicParse.Failure failure:
                call.Reply(failure.Sentence);
                break;
            case TopicParse.Success { Query: var query }:
                await FollowAsync(call, query, cancellationToken);
                break;
        }
    }

    private static async Task OfferAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var message = new MessageBuilder().Text(call.Texts.WhatToFollow);
        foreach (var row in await SuggestedTopics.RowsAsync(call.Db, cancellationToken))
        {
            message.Row(row);
        }

        call.Reply(message.Build());
    }

    private async Task FollowAsync(CommandCall call, TopicQuery query, CancellationToken cancellationToken)
    {
        await call.KeepSubscriberAsync(cancellationToken);
        var mine = call.Db.Subscriptions.Where(one => one.SubscriberId == call.Subscriber.Id);
        var topic = await call.Db.FindOrCreateAsync(query, call.Now, cancellationToken);
        if (await mine.AnyAsync(one => one.TopicId == topic.Id, cancellationToken))
        {
            call.Reply(call.Texts.AlreadyFollowing(topic.Name));
            return;
        }

        if (await mine.CountAsync(cancellationToken) >= options.Value.MaximumTopics)
        {
            call.Reply(call.Texts.TooManyTopics(options.Value.MaximumTopics));
            return;
        }

        call.Db.Subscriptions.Add(new Subscription { SubscriberId = call.Subscriber.Id, TopicId = topic.Id, CreatedAt = call.Now });
        call.Reply(await AnswerAsync(call, topic, query, cancellationToken));
    }

    private async Task<Message> AnswerAsync(CommandCall call, Topic topic, TopicQuery query, CancellationToken cancellationToken)
    {
        var message = new MessageBuilder().Text(call.Texts.NowFollowing(topic.Name));
        if (query.Root is TopicNode.Known known && TopicCatalogue.AliasesOf(known.Concept).Take(AliasesShown).ToList() is { Count: > 0 } aliases)
        {
            message.Text($" {call.Texts.AlsoKnownAs(aliases)}");
        }

        var newest = await recent.FindAsync(call.Db, query, MatchLevel.About, 1, cancellationToken);
        if (newest is [var found, ..])
        {
            message.Text($"\n\n{call.Texts.NewestSoFar} ").Link(found.Article.Title, found.Article.Address)
                .Text($" ({found.Article.Publisher})");
        }
        else
        {
            message.Text($"\n\n{call.Texts.NothingYet}");
        }

        return message.Row(TopicButton.For(call.Texts.UndoButton, "unsubscribe", topic)).Build();
    }
}
