using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox.Pushes;

/// <summary>
/// Enqueues an edit of the chats' pushes when further sources tell a story. An edit is a delivery like any other; what it says is
/// put together when it is sent, so one that waits already says what came later too.
/// </summary>
internal sealed class StoryEdits(IDbContextFactory<NewsDb> stores, TimeProvider time)
{
    /// <summary>Notes, in the caller's transaction, that a further source tells the story.</summary>
    public static async Task NoteAsync(NewsDb db, long storyId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var edit = await db.StoryEdits.FindAsync([storyId], cancellationToken);
        if (edit is null)
        {
            db.StoryEdits.Add(edit = new StoryEdit { StoryId = storyId });
        }

        // A round whose chunks have begun is too far for the new source: the next one tells it.
        if (edit.Due is null || edit.Cursor > 0)
        {
            edit.Round++;
            (edit.Cursor, edit.Due) = (0, now + EditSchedule.WindowOf(edit.Round));
        }
    }

    /// <summary>Does one chunk of the first story whose edits are due. Returns false when there is none.</summary>
    public async Task<bool> RunChunkAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (!await db.StoryEdits.AnyAsync(storyEdit => storyEdit.Due <= now, cancellationToken))
        {
            return false;
        }

        // Read within the transaction: a source that is noted meanwhile must not be overwritten.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var edit = await db.StoryEdits.Where(storyEdit => storyEdit.Due <= now).OrderBy(storyEdit => storyEdit.Due).FirstOrDefaultAsync(cancellationToken);
        if (edit is null)
        {
            return false; // a source was noted while this waited for the write lock, and began a new round
        }

        if (await PushesOf(db, edit.StoryId).AnyAsync(push => push.State == DeliveryState.Sending, cancellationToken))
        {
            edit.Due = now + EditSchedule.WhileSending;
        }
        else if (await LastOfChunkAsync(db, edit, now, cancellationToken) is { } last)
        {
            await EnqueueAsync(db, edit, last, now, cancellationToken);
            edit.Cursor = last;
        }
        else
        {
            (edit.Due, edit.Cursor) = (null, 0);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static IQueryable<Delivery> PushesOf(NewsDb db, long storyId) =>
        from wording in db.Wordings
        where wording.StoryId == storyId
        join push in db.Deliveries on (long?)wording.Id equals push.WordingId
        where push.EditsMessageId == null
        select push;

    private static Task<long?> LastOfChunkAsync(NewsDb db, StoryEdit edit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - EditSchedule.OldestPush;
        return PushesOf(db, edit.StoryId)
            .Where(push => push.Id > edit.Cursor && push.State == DeliveryState.Sent && push.FinishedAt >= since)
            .OrderBy(push => push.Id)
            .Take(FanOut.ChunkSize)
            .MaxAsync(push => (long?)push.Id, cancellationToken);
    }

    /// <summary>Of each chat its newest push of the story, unless an edit of it waits already, or it is one of many in a gathered message.</summary>
    private static Task<int> EnqueueAsync(NewsDb db, StoryEdit edit, long last, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (instant, since) = (now.UtcTicks, (now - EditSchedule.OldestPush).UtcTicks);
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Deliveries" ("ChatId", "ThreadId", "Lane", "CarriedId", "Part", "WordingId", "EditsMessageId",
                "State", "Due", "Expires", "Attempts", "UnknownAttempts", "CreatedAt")
            SELECT push."ChatId", push."ThreadId", push."Lane", push."CarriedId", {-edit.Round}, push."WordingId", push."MessageId",
                {(int)DeliveryState.Waiting}, {instant}, {(now + EditSchedule.OldestPush).UtcTicks}, 0, 0, {instant}
            FROM "Wordings" AS wording
            JOIN "Deliveries" AS push ON push."WordingId" = wording."Id"
            JOIN "Subscribers" AS chat ON chat."ChatId" = push."ChatId" AND chat."ThreadId" = push."ThreadId"
            WHERE wording."StoryId" = {edit.StoryId}
                AND push."Id" > {edit.Cursor} AND push."Id" <= {last}
                AND push."Part" >= 0 AND push."State" = {(int)DeliveryState.Sent} AND push."MessageId" IS NOT NULL
                AND push."FinishedAt" >= {since}
                AND chat."State" = {(int)SubscriberState.Active}
                AND NOT EXISTS (
                    SELECT 1
                    FROM "Deliveries" AS digest
                    WHERE digest."ChatId" = push."ChatId" AND digest."ThreadId" = push."ThreadId"
                        AND digest."Lane" = {(int)Lane.Digest} AND digest."MessageId" = push."MessageId")
                AND NOT EXISTS (
                    SELECT 1
                    FROM "Deliveries" AS other
                    WHERE other."ChatId" = push."ChatId" AND other."ThreadId" = push."ThreadId" AND other."Lane" = push."Lane"
                        AND other."CarriedId" = push."CarriedId"
                        AND (other."Part" > push."Part"
                            OR (other."EditsMessageId" = push."MessageId" AND other."State" = {(int)DeliveryState.Waiting})))
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }
}
