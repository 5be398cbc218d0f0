using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Subscribers;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>/subscribe TOPIC: follows one topic or several and shows what to expect of it; without a topic, offers some.</summary>
internal sealed class SubscribeCommand(RecentMatches recent, IOptions<SubscriberOptions> options) : ICommand
{
    public string Name => "subscribe";

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Argument.Length == 0)
        {
            await OfferAsync(call, cancellationToken);
            return;
        }

        var parses = await call.ParseTopicsAsync(call.Argument, cancellationToken);
        if (parses is [TopicParse.Failure failure])
        {
            call.Reply(InvalidTopicReply.Of(call.Texts, failure, Name));
            return;
        }

        await call.KeepSubscriberAsync(cancellationToken);
        if (parses is [TopicParse.Success { Query: var query }])
        {
            await FollowOneAsync(call, query, cancellationToken);
        }
        else
        {
            await FollowSeveralAsync(call, parses, cancellationToken);
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

    private async Task FollowOneAsync(CommandCall call, TopicQuery query, CancellationToken cancellationToken)
    {
        var (topic, refusal) = await FollowAsync(call, query, cancellationToken);
        if (refusal is not null)
        {
            call.Reply(refusal);
            return;
        }

        var outlook = (await recent.LookAsync(call.Db, [query], cancellationToken))[0];
        call.Reply(new MessageBuilder()
            .Text(call.Texts.NowFollowing(topic.Name))
            .Understood(call.Texts, query)
            .Foreseen(call.Texts, outlook, MatchLevel.About)
            .Doubted(call.Texts, call.Argument, query, outlook)
            .Row(TopicButton.Levels(call.Texts, topic, MatchLevel.About))
            .Row(TopicButton.For(call.Texts.UndoButton, "unsubscribe", topic))
            .Build());
    }

    /// <summary>Each topic by itself: one that cannot be followed keeps none of the others back.</summary>
    private async Task FollowSeveralAsync(CommandCall call, IReadOnlyList<TopicParse> parses, CancellationToken cancellationToken)
    {
        var refusals = new MessageBuilder();
        var followed = new List<(Topic Topic, TopicQuery Query)>();
        foreach (var parse in parses)
        {
            if (parse is TopicParse.Failure failure)
            {
                refusals.Text("\n\n");
                InvalidTopicReply.Write(refusals, call.Texts, failure, Name);
            }
            else if (parse is TopicParse.Success { Query: var query })
            {
                var (topic, refusal) = await FollowAsync(call, query, cancellationToken);
                _ = refusal is null ? null : refusals.Text($"\n\n{refusal}");
                followed.AddRange(refusal is null ? [(topic, query)] : []);
            }
        }

        var outlooks = await recent.LookAsync(call.Db, [.. followed.Select(one => one.Query)], cancellationToken);
        var message = new MessageBuilder().Text(call.Texts.NowFollowingSeveral(followed.Count));
        foreach (var ((topic, _), outlook) in followed.Zip(outlooks))
        {
            message.Text("\n• ").Bold(topic.Name).Text($". {call.Texts.Expected((int)MatchLevel.About, outlook.PerDay(MatchLevel.About))}");
        }

        call.Reply(message.Append(refusals).Row(new Button(call.Texts.TopicsButton, "topics:1")).Build());
    }

    /// <summary>Follows a topic. The refusal is why not, in a sentence, or null.</summary>
    private async Task<(Topic Topic, string? Refusal)> FollowAsync(CommandCall call, TopicQuery query, CancellationToken cancellationToken)
    {
        var mine = call.Db.Subscriptions.Where(subscription => subscription.SubscriberId == call.Subscriber.Id);
        var topic = await call.Db.FindOrCreateAsync(query, call.Now, cancellationToken);
        if (await mine.AnyAsync(subscription => subscription.TopicId == topic.Id, cancellationToken))
        {
            return (topic, call.Texts.AlreadyFollowing(topic.Name));
        }

        if (call.IsPress && await call.Db.RestoreAsync(call.Subscriber.Id, topic.Id, call.Now, cancellationToken) is not null)
        {
            await call.Db.SaveChangesAsync(cancellationToken);
            return (topic, null);
        }

        if (await mine.CountAsync(cancellationToken) >= options.Value.MaximumTopics)
        {
            return (topic, call.Texts.TooManyTopics(options.Value.MaximumTopics));
        }

        call.Db.Subscriptions.Add(new Subscription { SubscriberId = call.Subscriber.Id, TopicId = topic.Id, CreatedAt = call.Now });
        await call.Db.SaveChangesAsync(cancellationToken);
        return (topic, null);
    }
}
