using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox.Pushes;
using NewsBot.Storage;

namespace NewsBot.Outbox.Sending;

/// <summary>Writes down how requests ended.</summary>
internal sealed partial class DeliveryOutcomeWriter(
    IDbContextFactory<NewsDb> stores,
    SendHolds holds,
    DeliveryOutcomeHandler handler,
    TimeProvider time,
    ILogger<DeliveryOutcomeWriter> logger)
{
    /// <summary>Records all of them, and the holds that they brought, in one transaction. When it throws, nothing is written.</summary>
    public async Task RecordAsync(IReadOnlyList<Attempt> attempts, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await WriteAsync(db, attempts, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Committed();
    }

    /// <summary>The transaction of <see cref="WriteAsync"/> is committed.</summary>
    public void Committed() => holds.Saved();

    /// <summary>The same in the caller's transaction.</summary>
    public async Task WriteAsync(NewsDb db, IReadOnlyList<Attempt> attempts, CancellationToken cancellationToken)
    {
        await MarkSentAsync(db, attempts, cancellationToken);
        await LiftRestrictionsAsync(db, attempts, cancellationToken);
        foreach (var attempt in attempts)
        {
            await CountAsync(db, attempt, cancellationToken);
            if (attempt.Outcome is SendOutcome.Sent sent)
            {
                var after = new Delivery { State = DeliveryState.Sent, Due = attempt.Delivery.Due, FinishedAt = time.GetUtcNow(), MessageId = sent.MessageId };
                await ApplyToDigestItemsAsync(db, attempt.Delivery, after, cancellationToken);
                continue;
            }

            // Gone when the chat had its data deleted meanwhile.
            if (await db.Deliveries.FindAsync([attempt.Delivery.Id], cancellationToken) is { } delivery)
            {
                var outcome = OutcomeFor(attempt.Delivery, attempt.Outcome);
                Apply(delivery, outcome, attempt.DuringOutage);
                await ApplyToDigestItemsAsync(db, attempt.Delivery, delivery, cancellationToken);
                await handler.ApplyAsync(db, attempt.Delivery, outcome, cancellationToken);
            }
        }

        await holds.SaveAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Settles what a process that died left between request and answer. Returns how many there were.</summary>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.GetUtcNow();
        var unsettled = await db.Deliveries.Where(delivery => delivery.State == DeliveryState.Sending).ToListAsync(cancellationToken);
        foreach (var delivery in unsettled)
        {
            delivery.UnknownAttempts++;
            End(delivery, SendRetrySchedule.AfterInterruption(delivery.Lane, delivery.UnknownAttempts), "NewsBot ended between the request and its answer.", now);
            await ApplyToDigestItemsAsync(db, delivery, delivery, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return unsettled.Count;
    }

    /// <summary>
    /// Nearly all are sent: one statement for all of them. An id of 0 is a message that Telegram has and does not name. What was said to
    /// one chat alone is forgotten.
    /// </summary>
    private Task<int> MarkSentAsync(NewsDb db, IReadOnlyList<Attempt> attempts, CancellationToken cancellationToken)
    {
        var sent = attempts.Where(attempt => attempt.Outcome is SendOutcome.Sent)
            .Select(attempt => new[] { attempt.Delivery.Id, ((SendOutcome.Sent)attempt.Outcome).MessageId }).ToList();
        return sent.Count == 0 ? Task.FromResult(0) : db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Deliveries" SET "State" = {(int)DeliveryState.Sent}, "Reason" = NULL, "Body" = NULL, "FinishedAt" = {time.GetUtcNow().UtcTicks},
                "MessageId" = NULLIF(sent.value ->> 1, 0)
            FROM json_each({JsonSerializer.Serialize(sent)}) AS sent
            WHERE "Deliveries"."Id" = sent.value ->> 0
            """,
            cancellationToken);
    }

    /// <summary>What a digest holds ends as the digest does, and waits with it for another try.</summary>
    /// <param name="db">The caller's.</param>
    /// <param name="digest">As it was sent.</param>
    /// <param name="after">As it is now.</param>
    private static async Task ApplyToDigestItemsAsync(NewsDb db, Delivery digest, Delivery after, CancellationToken cancellationToken)
    {
        if (TopicDigest.IsDigest(digest))
        {
            var state = after.State is DeliveryState.Waiting or DeliveryState.Held ? DeliveryState.Gathered : after.State;
            await TopicDigest.RowsOf(db, digest).ExecuteUpdateAsync(
                set => set
                    .SetProperty(delivery => delivery.State, state)
                    .SetProperty(delivery => delivery.Due, after.Due)
                    .SetProperty(delivery => delivery.FinishedAt, after.FinishedAt)
                    .SetProperty(delivery => delivery.MessageId, after.MessageId),
                cancellationToken);
        }
    }

    /// <summary>
    /// An answer that makes no sense where it came from would go round for ever, and an edit is not worth waiting for a right. Where the
    /// request went to counts: another worker may have moved the row to the group's new number meanwhile.
    /// </summary>
    private static SendOutcome OutcomeFor(Delivery sent, SendOutcome outcome) => outcome switch
    {
        SendOutcome.ThreadGone { Why: var why } when sent.ThreadId == 0 => OutcomeFor(sent, new SendOutcome.NoRights(why)),
        SendOutcome.NoRights { Why: var why } when sent.IsEdit => new SendOutcome.Rejected(why),
        SendOutcome.ChatMoved { To: var to } when to == sent.ChatId => new SendOutcome.Rejected("It moved to where it was."),
        _ => outcome,
    };

    private void Apply(Delivery delivery, SendOutcome outcome, bool duringOutage)
    {
        var now = time.GetUtcNow();
        delivery.UnknownAttempts += outcome is SendOutcome.Unknown ? 1 : 0;
        End(delivery, SendRetrySchedule.After(outcome, delivery.Lane, delivery.UnknownAttempts, duringOutage), outcome.Reason, now);
        if (outcome.IsFailure && !duringOutage)
        {
            delivery.Due = now + SendRetrySchedule.PauseAfter(delivery.Attempts);
        }
    }

    private static void End(Delivery delivery, DeliveryState state, string? reason, DateTimeOffset now)
    {
        var isOver = state is not (DeliveryState.Waiting or DeliveryState.Held);
        delivery.State = state;
        delivery.Reason = reason;
        delivery.FinishedAt = isOver ? now : null;
        delivery.Body = isOver ? null : delivery.Body;
    }

    /// <summary>A chat that has taken a push takes the others too. Hardly any chat is restricted: one look into a small table tells.</summary>
    private static async Task LiftRestrictionsAsync(NewsDb db, IReadOnlyList<Attempt> attempts, CancellationToken cancellationToken)
    {
        var chats = attempts
            .Where(attempt => attempt is { Outcome: SendOutcome.Sent, Delivery: { Lane: Lane.News or Lane.Digest, IsEdit: false } })
            .Select(attempt => attempt.Delivery.ChatId).ToList();
        var restrictions = chats.Count == 0 ? [] : await db.PushRestrictions.AsNoTracking()
            .Where(restriction => chats.Contains(restriction.ChatId)).ToListAsync(cancellationToken);
        foreach (var restriction in restrictions.Where(restriction => attempts.Any(attempt => attempt.Outcome is SendOutcome.Sent && attempt.Delivery.Address == restriction.Address)))
        {
            await db.LiftPushRestrictionsAsync(restriction.ChatId, restriction.ThreadId, cancellationToken);
        }
    }

    private async Task CountAsync(NewsDb db, Attempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Delivery.Lane == Lane.Broadcast
            && attempt.Outcome is SendOutcome.Sent or SendOutcome.Rejected
            && await db.Announcements.FindAsync([attempt.Delivery.CarriedId], cancellationToken) is { } announcement)
        {
            var wasOpen = announcement.IsOpen;
            announcement.Count(attempt.Outcome);
            if (wasOpen && !announcement.IsOpen)
            {
                Log.AnnouncementClosed(logger, announcement.Id, announcement.RefusalsInARow, announcement.ClosedBecause);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Broadcast {Announcement} is paused: {Count} chats in a row refused it, the last with {Why}")]
        public static partial void AnnouncementClosed(ILogger logger, long announcement, int count, string? why);
    }
}
