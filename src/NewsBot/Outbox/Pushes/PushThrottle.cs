using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Outbox.Pushes;

/// <summary>
/// Keeps a topic with much news from flooding a chat: what comes beyond Subscribers:PushesPerHour is gathered, and told in one digest
/// an hour after the first of it. Nothing is dropped. Everything runs in the transaction of the fan-out.
/// </summary>
internal sealed class PushThrottle(IOptions<SubscriberOptions> options)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Whether any chat can be over its share; hardly any topic ever is.</summary>
    public async Task<bool> MayFloodAsync(NewsDb db, Match match, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Hour;
        var stories = await db.Matches.CountAsync(other => other.TopicId == match.TopicId && other.CreatedAt >= since, cancellationToken);
        return stories > options.Value.PushesPerHour
            || await db.Subscriptions.AnyAsync(subscription => subscription.TopicId == match.TopicId && subscription.PushesPerHour != null, cancellationToken);
    }

    /// <summary>
    /// Takes those of a chunk's new deliveries that are too many, and enqueues a digest for them where none waits. It expires with the
    /// first of them: while it waits, there is no next one.
    /// </summary>
    /// <param name="db">The fan-out's.</param>
    /// <param name="match">What is fanned out.</param>
    /// <param name="lastBefore">The newest delivery before the chunk.</param>
    /// <param name="now">When the chunk's deliveries were enqueued.</param>
    public async Task GatherAsync(NewsDb db, Match match, long lastBefore, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (ticks, since, due) = (now.UtcTicks, (now - Hour).UtcTicks, (now + Hour).UtcTicks);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Deliveries" SET "State" = {(int)DeliveryState.Gathered}, "Due" = COALESCE((
                SELECT digest."Due" FROM "Deliveries" AS digest
                WHERE digest."ChatId" = "Deliveries"."ChatId" AND digest."ThreadId" = "Deliveries"."ThreadId"
                    AND digest."Lane" = {(int)Lane.Digest} AND digest."CarriedId" = {match.TopicId} AND digest."State" IN (0, {(int)DeliveryState.Held})), {due})
            WHERE "Id" > {lastBefore} AND "Lane" = {(int)Lane.News} AND "CarriedId" = {match.StoryId} AND "State" = 0 AND "CreatedAt" = {ticks}
                AND (SELECT COUNT(*)
                    FROM "Deliveries" AS earlier
                    JOIN "Wordings" AS wording ON wording."Id" = earlier."WordingId"
                    WHERE earlier."ChatId" = "Deliveries"."ChatId" AND earlier."ThreadId" = "Deliveries"."ThreadId"
                        AND earlier."Lane" = {(int)Lane.News} AND earlier."Id" <= {lastBefore} AND earlier."CreatedAt" >= {since}
                        AND earlier."State" <> {(int)DeliveryState.Gathered} AND earlier."EditsMessageId" IS NULL AND wording."TopicId" = {match.TopicId})
                    >= (SELECT COALESCE(mine."PushesPerHour", {options.Value.PushesPerHour})
                        FROM "Subscriptions" AS mine
                        JOIN "Subscribers" AS chat ON chat."Id" = mine."SubscriberId"
                        WHERE mine."TopicId" = {match.TopicId}
                            AND chat."ChatId" = "Deliveries"."ChatId" AND chat."ThreadId" = "Deliveries"."ThreadId")
            """,
            cancellationToken);

        // Numbered by the minute, for the next digest of the topic in the chat is another one.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Deliveries" ("ChatId", "ThreadId", "Lane", "CarriedId", "Part", "State", "Due", "Expires", "Attempts", "UnknownAttempts", "CreatedAt")
            SELECT "ChatId", "ThreadId", {(int)Lane.Digest}, {match.TopicId}, {(int)(ticks / TimeSpan.TicksPerMinute)}, 0, "Due", "Expires", 0, 0, {ticks}
            FROM "Deliveries"
            WHERE "Id" > {lastBefore} AND "State" = {(int)DeliveryState.Gathered} AND "CreatedAt" = {ticks} AND "Due" = {due}
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }
}
