using NewsBot.Messages;
using NewsBot.Outbox.Pushes;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Commands.Following;

/// <summary>/level TOPIC LEVEL: how closely articles must match a followed topic; without a level, shows the choice.</summary>
internal sealed class LevelCommand : ICommand
{
    public string Name => "level";

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Argument.Length == 0 || TopicPages.PageIn(call) > 0)
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
        await call.BeginWriteAsync(cancellationToken);
        await call.Db.CancelUnwantedPushesAsync(call.Subscriber, call.Now, cancellationToken);
        call.Show(Card(call.Texts, followed.Topic, followed.Subscription.Level));
    }

    private static async Task AskAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var followed = await call.Db.FollowedTopicsAsync(call.Subscriber.Id, cancellationToken);
        call.Show(new MessageBuilder()
            .Text(followed.Count == 0 ? call.Texts.FollowsNothing : call.Texts.WhichLevel)
            .Buttons(followed, TopicPages.PageIn(call), "level", $"level:{TopicPages.Page}", call.Texts)
            .Build());
    }

    private static Message Card(Texts texts, Topic topic, MatchLevel level) => new MessageBuilder()
        .Text(texts.LevelOf(topic.Name, (int)level))
        .Row(TopicButton.Levels(texts, topic, level))
        .Row(TopicButton.For(texts.LatestButton, "latest", topic), new Button(texts.BackButton, "topics:1"))
        .Build();
}
