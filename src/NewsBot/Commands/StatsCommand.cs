using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Commands;

/// <summary>/stats, for the bot's admins: how it is doing, in one message.</summary>
internal sealed class StatsCommand : ICommand
{
    public string Name => "stats";

    public CommandAudience Audience => CommandAudience.BotAdmins;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var db = call.Db;
        var yesterday = call.Now - TimeSpan.FromDays(1);
        var lines = new (string Label, int Count)[]
        {
            ("Chats that can be written to", await db.Subscribers.CountAsync(subscriber => subscriber.State == SubscriberState.Active, cancellationToken)),
            ("Chats that cannot", await db.Subscribers.CountAsync(subscriber => subscriber.State == SubscriberState.Unreachable, cancellationToken)),
            ("Subscriptions", await db.Subscriptions.CountAsync(cancellationToken)),
            ("Topics", await db.Topics.CountAsync(cancellationToken)),
            ("Sources watched", await db.Sources.CountAsync(source => source.State == SourceState.Watched, cancellationToken)),
            ("Sources that fail now", await db.Sources.CountAsync(source => source.Failures > 0, cancellationToken)),
            ("Articles in 24 hours", await db.Articles.CountAsync(article => article.FirstSeenAt >= yesterday, cancellationToken)),
            ("Pushes sent in 24 hours", await CountAsync(DeliveryState.Sent)),
            ("Refused in 24 hours", await CountAsync(DeliveryState.Failed)),
            ("To chats that cannot be written to in 24 hours", await CountAsync(DeliveryState.Blocked)),
            ("Too late to be sent in 24 hours", await CountAsync(DeliveryState.Expired)),
            ("Unknown in 24 hours", await CountAsync(DeliveryState.Unknown)),
            ("Updates that could not be handled in 24 hours", await db.InboxUpdates.CountAsync(update => update.HandledAt >= yesterday && update.SetAsideReason != null, cancellationToken)),
            ("Waiting to be sent", await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Waiting, cancellationToken)),
        };
        var refusing = await db.PushRestrictionReasonsAsync(cancellationToken);
        call.Reply(MessageBuilder.Plain(string.Join(
            '\n',
            lines.Concat(refusing.Select(refusal => ($"Chats that refuse pushes ({refusal.Reason})", refusal.Chats)))
                .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Item1}: {line.Item2:N0}")))));

        Task<int> CountAsync(DeliveryState state) => db.Deliveries.CountAsync(
            delivery => delivery.Lane == Lane.News && delivery.State == state && delivery.FinishedAt >= yesterday,
            cancellationToken);
    }
}
