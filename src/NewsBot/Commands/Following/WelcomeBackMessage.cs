using NewsBot.Messages;
using NewsBot.Outbox.Pushes;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Following;

/// <summary>What is said to a chat that can be written to again: how much it missed, and whether it wants to see that. Nothing of it comes unasked.</summary>
internal static class WelcomeBackMessage
{
    /// <summary>The question; where nothing was missed, a greeting.</summary>
    public static async Task<Message> AskAsync(NewsDb db, Subscriber subscriber, int topics, DateTimeOffset since, Texts texts, CancellationToken cancellationToken)
    {
        var missed = await MissedStories.SinceAsync(db, subscriber.Id, null, since, cancellationToken);
        var message = new MessageBuilder().Text(texts.WelcomeBack(topics));
        return missed.Count == 0 ? message.Build() : message
            .Text($"\n\n{texts.CameMeanwhile(missed.Count)}")
            .Row(new Button(texts.ShowMissedButton, $"start:missed {since.UtcTicks}"), new Button(texts.SkipMissedButton, "start:skip"))
            .Build();
    }
}
