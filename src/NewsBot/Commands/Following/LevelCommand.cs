using NewsBot.Messages;
using NewsBot.Outbox.Pushes;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Commands.Following;

/// <summary>/level TOPIC LEVEL: how much of an article must be about a followed topic; without a level, shows the choice.</summary>
internal sealed class LevelCommand : ICommand
{
    private const int PerRow = 2;

    public string Name => "level";

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Argument.Length == 0)
        {
            await AskAsync(call, cancellationToken);
            return;
        }

        var (name, level) = LevelWords.Read(call.Argument);
        var followed = await call.FindFollowedAsync(name, cancellationToken);
        if (followed is null && level is not null)
        {
            // A topic's name may end with a level's: "Public mentions".
            (followed, level) = (await call.FindFollowedAsync(call.Argument, cancellationToken), null);
        }

        if (followed is null)
        {
            call.Refuse(call.IsPress ? call.Texts.AlreadyDropped : call.Texts.LevelNotUnderstood);
            return;
        }

        followed.Subscription.Level = level ?? followed.Subscription.Level;
        await call.Db.CancelUnwantedPushesAsync(call.Subscriber, call.Now, cancellationToken);
        call.Show(Card(call.Texts, followed.Topic, followed.Subscription.Level));
    }

    private static async Task AskAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var followed = await call.Db.FollowedTopicsAsync(call.Subscriber.Id, cancellationToken);
        var message = new MessageBuilder().Text(followed.Count == 0 ? call.Texts.FollowsNothing : call.Texts.WhichLevel);
        foreach (var row in followed.Take(TopicButton.MaxOnOnePage).Select(followedTopic => TopicButton.For(followedTopic.Topic.Name, "level", followedTopic.Topic)).Chunk(PerRow))
        {
            message.Row(row);
        }

        call.Reply(message.Build());
    }

    private static Message Card(Texts texts, Topic topic, MatchLevel level) => new MessageBuilder()
        .Text(texts.LevelOf(topic.Name, (int)level))
        .Row(TopicButton.Levels(texts, topic, level))
        .Row(TopicButton.For(texts.LatestButton, "latest", topic), new Button(texts.BackButton, "topics:1"))
        .Build();
}
