using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox.Pushes;

/// <summary>What a chat is told of deliveries that expired: one message, however many they are. What it says is read when it is sent.</summary>
/// <param name="Stories">Stories whose pushes came too late.</param>
/// <param name="Best">Some of them.</param>
/// <param name="Replies">Answers that came too late.</param>
internal sealed record MissedNotice(int Stories, IReadOnlyList<PushContent> Best, int Replies)
{
    /// <summary>In the lane of digests, where other deliveries carry a topic.</summary>
    public const long CarriedId = 0;

    private const int Shown = 5;

    /// <summary>Telegram's longest outages were of hours: a chat that cannot be told within a fortnight is told by nobody.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    public static bool IsNotice(Delivery delivery) => delivery is { Lane: Lane.Digest, CarriedId: CarriedId, Body: null };

    /// <summary>Enqueues a notice for each chat that missed something of these, unless one waits there already: it will count these too.</summary>
    /// <param name="ids">Deliveries that have just expired, as a JSON array.</param>
    public static Task<int> EnqueueAsync(NewsDb db, string ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ticks = now.UtcTicks;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Deliveries" ("ChatId", "ThreadId", "Lane", "CarriedId", "Part", "State", "Due", "Expires", "Attempts", "UnknownAttempts", "CreatedAt")
            SELECT DISTINCT late."ChatId", late."ThreadId", {(int)Lane.Digest}, {CarriedId}, {(int)(ticks / TimeSpan.TicksPerMinute)},
                {(int)DeliveryState.Waiting}, {ticks}, {(now + Lifetime).UtcTicks}, 0, 0, {ticks}
            FROM json_each({ids}) AS id
            JOIN "Deliveries" AS late ON late."Id" = id.value
            JOIN "Subscribers" AS chat ON chat."ChatId" = late."ChatId" AND chat."ThreadId" = late."ThreadId"
            WHERE late."State" = {(int)DeliveryState.Expired} AND late."EditsMessageId" IS NULL AND chat."State" = {(int)SubscriberState.Active}
                AND (late."Lane" = {(int)Lane.News} OR (late."Lane" = {(int)Lane.Reply} AND late."CarriedId" > 0))
                AND NOT EXISTS (
                    SELECT 1 FROM "Deliveries" AS notice
                    WHERE notice."ChatId" = late."ChatId" AND notice."ThreadId" = late."ThreadId" AND notice."Lane" = {(int)Lane.Digest}
                        AND notice."CarriedId" = {CarriedId} AND notice."State" IN ({(int)DeliveryState.Waiting}, {(int)DeliveryState.Held}))
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }

    /// <summary>What has expired in the chat since the notice was enqueued; null when nothing has.</summary>
    public static async Task<MissedNotice?> ReadAsync(NewsDb db, Delivery notice, CancellationToken cancellationToken)
    {
        var expired = db.Deliveries.Where(delivery =>
            delivery.ChatId == notice.ChatId && delivery.ThreadId == notice.ThreadId && delivery.State == DeliveryState.Expired
            && delivery.EditsMessageId == null && delivery.FinishedAt >= notice.CreatedAt);
        var news = expired.Where(delivery => delivery.Lane == Lane.News);
        var stories = await news.Select(delivery => delivery.CarriedId).Distinct().CountAsync(cancellationToken);
        var replies = await expired.CountAsync(delivery => delivery.Lane == Lane.Reply && delivery.CarriedId > 0, cancellationToken);
        var best = await news.Where(delivery => delivery.Part == 0).OrderByDescending(delivery => delivery.Id).Take(Shown)
            .Join(db.Wordings, delivery => delivery.WordingId, content => content.Id, (_, content) => content)
            .AsNoTracking().ToListAsync(cancellationToken);
        return stories + replies == 0 ? null : new MissedNotice(stories, best, replies);
    }

    public Message ToMessage(Texts texts)
    {
        var message = new MessageBuilder().Text(texts.MissedWhileUnreachable(Stories, Replies));
        foreach (var story in Best)
        {
            message.Text("\n• ").Link(story.Title, story.Address).Text($" ({story.Publisher})");
        }

        return message.Build();
    }
}
