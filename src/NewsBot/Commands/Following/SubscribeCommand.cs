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
    public string Name => CommandTable.Subscribe;

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Argument.Length == 0)
        {
            await OfferAsync(call, cancellationToken);
            return;
        }

        var parses = await call.ParseTopicsAsync(call.Argument, cancellationToken);
        if (parses.Count == 0)
        {
            call.Refuse(call.Texts.ButtonIsOld);
            return;
        }

        if (parses is [TopicParse.Failure failure])
        {
            call.Reply(InvalidTopicReply.Of(call.Texts, failure, Name));
            return;
        }

        // How much to expect is looked up first: it takes long, and the store has only one write lock.
        List<TopicQuery> queries = [.. parses.OfType<TopicParse.Success>().Select(success => success.Query)];
        var forecasts = await recent.LookAsync(call.Db, queries, cancellationToken);
        var expected = queries.Zip(forecasts).ToDictionary(pair => pair.First, pair => pair.Second);
        await call.KeepSubscriberAsync(cancellationToken);
        if (parses is [TopicParse.Success { Query: var query }])
        {
            await FollowOneAsync(call, query, expected[query], cancellationToken);
        }
        else
        {
            await FollowSeveralAsync(call, parses, expected, cancellationToken);
        }
    }

    private static async Task OfferAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var message = new MessageBuilder().Text(call.Texts.WhatToFollow);
        foreach (var row in await SuggestedTopics.RowsAsync(call.Db, call.Incoming.PersonLanguage, cancellationToken))
        {
            message.Row(row);
        }

        call.Reply(message.Build());
    }

    private async Task FollowOneAsync(CommandCall call, TopicQuery query, TopicForecast forecast, CancellationToken cancellationToken)
    {
        var (topic, refusal) = await FollowAsync(call, query, cancellationToken);
        if (topic is null)
        {
            call.Reply(refusal);
            return;
        }

        call.Reply(new MessageBuilder()
            .Text(call.Texts.NowFollowing(topic.Name))
            .Understood(call.Texts, query)
            .Foreseen(call.Texts, forecast, MatchLevel.About)
            .Doubted(call.Texts, call.Argument, query, forecast)
            .Row(TopicButton.Levels(call.Texts, topic, MatchLevel.About))
            .Row(TopicButton.For(call.Texts.UndoButton, "unsubscribe", topic))
            .Build());
    }

    /// <summary>Each topic by itself: one that cannot be followed does not affect the others.</summary>
    private async Task FollowSeveralAsync(
        CommandCall call, IReadOnlyList<TopicParse> parses, Dictionary<TopicQuery, TopicForecast> expected, CancellationToken cancellationToken)
    {
        var refusals = new MessageBuilder();
        var followed = new List<(Topic Topic, TopicForecast Forecast)>();
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
                _ = topic is null ? refusals.Text($"\n\n{refusal}") : null;
                followed.AddRange(topic is null ? [] : [(topic, expected[query])]);
            }
        }

        var message = new MessageBuilder().Text(call.Texts.NowFollowingSeveral(followed.Count));
        foreach (var (topic, forecast) in followed)
        {
            message.Text("\n• ").Bold(topic.Name).Text($". {call.Texts.Expected((int)MatchLevel.About, forecast.PerDay(MatchLevel.About))}");
        }

        call.Reply(message.Append(refusals).Row(new Button(call.Texts.TopicsButton, "topics:1")).Build());
    }

    /// <summary>Follows a topic. Where that cannot be, there is no topic, none is made, and the refusal says why in a sentence.</summary>
    private async Task<(Topic? Topic, string Refusal)> FollowAsync(CommandCall call, TopicQuery query, CancellationToken cancellationToken)
    {
        var (db, subscriberId) = (call.Db, call.Subscriber.Id);
        var mine = db.Subscriptions.Where(subscription => subscription.SubscriberId == subscriberId);
        if (await mine.AnyAsync(
            subscription => db.Set<Topic>().Any(topic => topic.Id == subscription.TopicId && topic.Query == query.Canonical), cancellationToken))
        {
            return (null, call.Texts.AlreadyFollowing(query.Name));
        }

        if (await mine.CountAsync(cancellationToken) >= options.Value.MaximumTopics)
        {
            return (null, call.Texts.TooManyTopics(options.Value.MaximumTopics));
        }

        var topic = await call.Db.FindOrCreateAsync(query, call.Now, cancellationToken);
        call.Db.Subscriptions.Add(new Subscription { SubscriberId = call.Subscriber.Id, TopicId = topic.Id, CreatedAt = call.Now });
        await call.Db.SaveChangesAsync(cancellationToken);
        return (topic, "");
    }
}
