using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Following;

/// <summary>What a chat is told when it can be written to again: how much it missed, and whether it wants to see that. Nothing is sent unasked.</summary>
internal static class WelcomeBackMessage
{
    /// <summary>The part of the update that unblocked the bot which this answers; no command has as many parts.</summary>
    public const int Part = 100;

    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(1);

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

    /// <summary>Whether unblocking the bot was answered a moment ago.</summary>
    public static Task<bool> WasJustSentAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (chat, since) = (call.Incoming.Chat, call.Now - JustNow);
        return call.Db.Deliveries.AnyAsync(
            delivery => delivery.ChatId == chat.ChatId && delivery.ThreadId == chat.ThreadId
                && delivery.Lane == Lane.Reply && delivery.Part == Part && delivery.CreatedAt >= since,
            cancellationToken);
    }
}
