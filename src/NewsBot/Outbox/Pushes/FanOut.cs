using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Outbox.Pushes;

/// <summary>
/// Turns a match into one delivery for each follower of its topic, in chunks of followers, the cursor committed with each chunk.
/// A chat gets a story, and each development of it, once: of several topics that match, the one with the highest score words it, ties
/// go to the older subscription. What never reached the chat does not count as told.
/// </summary>
internal sealed class FanOut(IDbContextFactory<NewsDb> stores, PushContentWriter writer, PushThrottle throttle, IOptions<ArticleOptions> options, TimeProvider time)
{
    /// <summary>Followers a chunk. One statement holds SQLite's write lock for some 20 ms at this size, and for less than 0.1 s on a busy machine.</summary>
    public const int ChunkSize = 5_000;

    /// <summary>
    /// The least pause before the next chunk of the same match, for those outside of <see cref="WriteTransactionQueue"/>: another program, or a
    /// statement without a transaction. SQLite has them look after 20 ms at most, or after as long as they have waited already.
    /// </summary>
    public static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    /// <summary>How long the last chunk held the write lock.</summary>
    public TimeSpan LastChunk { get; private set; }

    /// <summary>Does one chunk of the oldest match that is not finished. Returns false when there is none.</summary>
    public async Task<bool> RunChunkAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var match = await db.Matches.Where(unfinished => unfinished.FannedOutAt == null).OrderBy(unfinished => unfinished.Id).FirstOrDefaultAsync(cancellationToken);
        if (match is null)
        {
            return false;
        }

        if (match.FanOutCursor > 0)
        {
            // A busy disk makes chunks long: the others get as much of its time as this one.
            await Task.Delay(LastChunk > Breath ? LastChunk : Breath, time, cancellationToken);
        }

        var chunk = await PrepareAsync(db, match, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var begun = time.GetTimestamp();
        await EnqueueAsync(db, match, chunk, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        LastChunk = time.GetElapsedTime(begun);
        return true;
    }

    /// <summary>
    /// What can be read and worded before the write lock is taken: the first summary after a start takes a third of a second. Nobody
    /// else moves the cursor or words the story; a wording whose chunk is lost is found again by the next one.
    /// </summary>
    private async Task<Chunk> PrepareAsync(NewsDb db, Match match, CancellationToken cancellationToken)
    {
        var (last, isLast) = await LastOfChunkAsync(db, match, cancellationToken);
        var article = await db.Articles.AsNoTracking().Where(article => article.Id == match.ArticleId)
            .Select(article => new { article.Published, article.FirstSeenAt }).SingleAsync(cancellationToken);
        return new Chunk(
            last,
            isLast,
            last > match.FanOutCursor ? await writer.WriteAsync(db, match, cancellationToken) : null,
            Expires: (article.Published < article.FirstSeenAt ? article.Published.Value : article.FirstSeenAt) + options.Value.MaximumAge,
            IsToldBefore: await db.Articles.AnyAsync(article => article.StoryId == match.StoryId && article.Id < match.ArticleId, cancellationToken),
            MayFlood: await throttle.MayFloodAsync(db, match, time.GetUtcNow(), cancellationToken),
            TellsAgain: isLast && await TellsAgainAsync(db, match, cancellationToken));
    }

    private async Task EnqueueAsync(NewsDb db, Match match, Chunk chunk, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (chunk.Wording is { } wording)
        {
            var lastBefore = chunk.MayFlood ? await db.Deliveries.MaxAsync(delivery => (long?)delivery.Id, cancellationToken) ?? 0 : 0;
            if (chunk.IsToldBefore)
            {
                await ForgetUntoldAsync(db, match, wording, chunk.Last, cancellationToken);
            }

            await EnqueueAsync(db, match, wording, chunk, now, cancellationToken);
            await (chunk.MayFlood ? throttle.GatherAsync(db, match, lastBefore, now, cancellationToken) : Task.CompletedTask);
            match.FanOutCursor = chunk.Last;
        }

        if (chunk.IsLast)
        {
            match.FannedOutAt = now;
            await (chunk.TellsAgain ? StoryEdits.NoteAsync(db, match.StoryId, now, cancellationToken) : Task.CompletedTask);
        }
    }

    /// <summary>The subscriber id at which the next chunk ends, the cursor itself when nobody is left; and whether it is the last chunk.</summary>
    private static async Task<(long Id, bool IsLast)> LastOfChunkAsync(NewsDb db, Match match, CancellationToken cancellationToken)
    {
        var left = db.Subscriptions
            .Where(subscription => subscription.TopicId == match.TopicId && subscription.SubscriberId > match.FanOutCursor)
            .OrderBy(subscription => subscription.SubscriberId)
            .Select(subscription => (long?)subscription.SubscriberId);
        return await left.Skip(ChunkSize - 1).FirstOrDefaultAsync(cancellationToken) is { } last
            ? (last, false)
            : (await left.MaxAsync(cancellationToken) ?? match.FanOutCursor, true);
    }

    /// <summary>What tells a story again edits its pushes; what tells of a development has had pushes of its own.</summary>
    private static async Task<bool> TellsAgainAsync(NewsDb db, Match match, CancellationToken cancellationToken) =>
        await db.Articles.AnyAsync(article => article.Id == match.ArticleId && article.Development == 0, cancellationToken)
        && await db.Articles.AnyAsync(article => article.StoryId == match.StoryId && article.Id < match.ArticleId, cancellationToken);

    private static Task<int> EnqueueAsync(
        NewsDb db, Match match, PushContent wording, Chunk chunk, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = at.UtcTicks;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Deliveries" ("ChatId", "ThreadId", "Lane", "CarriedId", "Part", "WordingId",
                "State", "Due", "Expires", "Attempts", "UnknownAttempts", "CreatedAt")
            SELECT chat."ChatId", chat."ThreadId", {(int)Lane.News}, {match.StoryId}, {wording.Development}, {wording.Id},
                {(int)DeliveryState.Waiting}, {now}, {chunk.Expires.UtcTicks}, 0, 0, {now}
            FROM "Subscriptions" AS mine
            JOIN "Subscribers" AS chat ON chat."Id" = mine."SubscriberId"
            WHERE mine."TopicId" = {match.TopicId}
                AND mine."SubscriberId" > {match.FanOutCursor} AND mine."SubscriberId" <= {chunk.Last}
                AND mine."Level" <= {(int)match.Level}
                AND chat."State" = {(int)SubscriberState.Active}
                AND (chat."PausedUntil" IS NULL OR chat."PausedUntil" <= {now})
                AND (mine."PausedUntil" IS NULL OR mine."PausedUntil" <= {now})
                AND ({wording.Development} > 0 OR NOT EXISTS (
                    SELECT 1
                    FROM "Deliveries" AS told
                    WHERE told."ChatId" = chat."ChatId" AND told."ThreadId" = chat."ThreadId" AND told."Lane" = {(int)Lane.News}
                        AND told."CarriedId" = {match.StoryId} AND told."Part" > 0
                        AND told."State" NOT IN ({(int)DeliveryState.Failed}, {(int)DeliveryState.Blocked}, {(int)DeliveryState.Cancelled}, {(int)DeliveryState.Expired})))
                AND NOT EXISTS (
                    SELECT 1
                    FROM "Matches" AS better
                    JOIN "Subscriptions" AS other ON other."TopicId" = better."TopicId" AND other."SubscriberId" = mine."SubscriberId"
                    WHERE better."ArticleId" = {match.ArticleId} AND better."TopicId" <> {match.TopicId}
                        AND other."Level" <= better."Level"
                        AND (other."PausedUntil" IS NULL OR other."PausedUntil" <= {now})
                        AND (better."Score" > {match.Score} OR (better."Score" = {match.Score} AND other."Id" < mine."Id")))
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }

    /// <summary>
    /// Of a story that was told before, deletes the pushes of the chunk's chats that never reached them (refused, expired, called off),
    /// so that this telling of it does.
    /// </summary>
    private static Task<int> ForgetUntoldAsync(NewsDb db, Match match, PushContent wording, long last, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        DELETE FROM "Deliveries" WHERE "Id" IN (
            SELECT untold."Id"
            FROM "Subscriptions" AS mine
            JOIN "Subscribers" AS chat ON chat."Id" = mine."SubscriberId"
            JOIN "Deliveries" AS untold ON untold."ChatId" = chat."ChatId" AND untold."ThreadId" = chat."ThreadId"
                AND untold."Lane" = {(int)Lane.News} AND untold."CarriedId" = {match.StoryId} AND untold."Part" = {wording.Development}
            WHERE mine."TopicId" = {match.TopicId} AND mine."SubscriberId" > {match.FanOutCursor} AND mine."SubscriberId" <= {last}
                AND untold."State" IN ({(int)DeliveryState.Failed}, {(int)DeliveryState.Blocked}, {(int)DeliveryState.Cancelled}, {(int)DeliveryState.Expired}))
        """,
        cancellationToken);

    /// <param name="Last">The subscriber id at which it ends.</param>
    /// <param name="IsLast">Whether nobody is left after it.</param>
    /// <param name="Wording">Null when nobody is in it.</param>
    /// <param name="Expires">When its pushes are too late: a story is news for Articles:MaximumAge.</param>
    /// <param name="IsToldBefore">Whether an earlier article told the story.</param>
    /// <param name="MayFlood">As <see cref="PushThrottle"/> says.</param>
    /// <param name="TellsAgain">Whether pushes of the story are to be edited.</param>
    private sealed record Chunk(long Last, bool IsLast, PushContent? Wording, DateTimeOffset Expires, bool IsToldBefore, bool MayFlood, bool TellsAgain);
}
