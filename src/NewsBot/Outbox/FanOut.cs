using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Outbox;

/// <summary>
/// Turns a match into one delivery for each follower of its topic, in chunks of followers, the cursor committed with each chunk.
/// A chat is owed a story, and each development of it, once: of several topics that match, the one with the highest score words it, ties go to the older subscription.
/// </summary>
internal sealed class FanOut(IDbContextFactory<NewsDb> stores, WordingWriter writer, VolumeGuard guard, TimeProvider time)
{
    /// <summary>Followers a chunk. One statement holds SQLite's write lock for less than 0.1 s at this size.</summary>
    public const int ChunkSize = 10_000;

    /// <summary>The least pause before the next chunk of the same match. SQLite does not queue its writers: one that waits looks every 50 ms at most at first, and must meet a pause.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    private TimeSpan lastChunk;

    /// <summary>Does one chunk of the oldest match that is not finished. Returns false when there is none.</summary>
    public async Task<bool> RunChunkAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var match = await db.Matches.Where(one => one.FannedOutAt == null).OrderBy(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        if (match is null)
        {
            return false;
        }

        if (match.FanOutCursor > 0)
        {
            // A busy disk makes chunks long: the others get as much of its time as this one.
            await Task.Delay(lastChunk > Breath ? lastChunk : Breath, time, cancellationToken);
        }

        var begun = time.GetTimestamp();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var lastOfChunk = await LastOfChunkAsync(db, match, cancellationToken);
        if (lastOfChunk.Id > match.FanOutCursor)
        {
            var wording = await writer.WriteAsync(db, match, cancellationToken);
            await OweWithinVolumeAsync(db, match, wording, lastOfChunk.Id, cancellationToken);
            match.FanOutCursor = lastOfChunk.Id;
        }

        if (lastOfChunk.IsLast)
        {
            match.FannedOutAt = time.GetUtcNow();
            await NoteFurtherSourceAsync(db, match, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        lastChunk = time.GetElapsedTime(begun);
        return true;
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
    private async Task NoteFurtherSourceAsync(NewsDb db, Match match, CancellationToken cancellationToken)
    {
        if (await db.Articles.AnyAsync(one => one.Id == match.ArticleId && one.Development == 0, cancellationToken)
            && await db.Articles.AnyAsync(one => one.StoryId == match.StoryId && one.Id < match.ArticleId, cancellationToken))
        {
            await StoryEdits.NoteAsync(db, match.StoryId, time.GetUtcNow(), cancellationToken);
        }
    }

    private async Task OweWithinVolumeAsync(NewsDb db, Match match, Wording wording, long lastOfChunk, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        if (!await guard.MayFloodAsync(db, match, at, cancellationToken))
        {
            await OweAsync(db, match, wording, lastOfChunk, at, cancellationToken);
            return;
        }

        var lastBefore = await db.Deliveries.MaxAsync(one => (long?)one.Id, cancellationToken) ?? 0;
        await OweAsync(db, match, wording, lastOfChunk, at, cancellationToken);
        await guard.GatherAsync(db, match, lastBefore, at, cancellationToken);
    }

    private static Task<int> OweAsync(
        NewsDb db, Match match, Wording wording, long lastOfChunk, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = at.UtcTicks;
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Deliveries" ("ChatId", "ThreadId", "Lane", "CarriedId", "Part", "WordingId",
                "State", "Due", "Attempts", "UnknownAttempts", "CreatedAt")
            SELECT chat."ChatId", chat."ThreadId", {(int)Lane.News}, {match.StoryId}, {wording.Development}, {wording.Id},
                {(int)DeliveryState.Waiting}, {now}, 0, 0, {now}
            FROM "Subscriptions" AS mine
            JOIN "Subscribers" AS chat ON chat."Id" = mine."SubscriberId"
            WHERE mine."TopicId" = {match.TopicId}
                AND mine."SubscriberId" > {match.FanOutCursor} AND mine."SubscriberId" <= {lastOfChunk}
                AND mine."Level" <= {(int)match.Level}
                AND chat."State" = {(int)SubscriberState.Active}
                AND (chat."PausedUntil" IS NULL OR chat."PausedUntil" <= {now})
                AND (mine."PausedUntil" IS NULL OR mine."PausedUntil" <= {now})
                AND ({wording.Development} > 0 OR NOT EXISTS (
                    SELECT 1
                    FROM "Deliveries" AS told
                    WHERE told."ChatId" = chat."ChatId" AND told."ThreadId" = chat."ThreadId" AND told."Lane" = {(int)Lane.News}
                        AND told."CarriedId" = {match.StoryId} AND told."Part" > 0))
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
}
