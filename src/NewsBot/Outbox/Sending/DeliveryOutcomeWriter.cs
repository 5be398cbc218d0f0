using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox.Pushes;
using NewsBot.Storage;

namespace NewsBot.Outbox.Sending;

/// <summary>Writes down how requests ended.</summary>
internal sealed partial class DeliveryOutcomeWriter(
    IDbContextFactory<NewsDb> stores,
    SendHolds holds,
    DeliveryOutcomeHandler effects,
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
                // An answer that makes no sense where it came from would go round for ever. Where the request went to counts: another loop may
                // have moved the row to the group's new number meanwhile.
                var outcome = attempt.Outcome switch
                {
                    SendOutcome.ThreadGone { Why: var why } when attempt.Delivery.ThreadId == 0 => new SendOutcome.Blocked(why),
                    SendOutcome.ChatMoved { To: var to } when to == attempt.Delivery.ChatId => new SendOutcome.Rejected("It moved to where it was."),
                    var sensible => sensible,
                };
                Apply(delivery, outcome);
                await ApplyToDigestItemsAsync(db, attempt.Delivery, delivery, cancellationToken);
                await effects.ApplyAsync(db, attempt.Delivery, outcome, cancellationToken);
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
        var unsettled = await db.Deliveries.Where(one => one.State == DeliveryState.Sending).ToListAsync(cancellationToken);
        foreach (var delivery in unsettled)
        {
            Apply(delivery, new SendOutcome.Unknown("NewsBot ended between the request and its answer."));
            await ApplyToDigestItemsAsync(db, delivery, delivery, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return unsettled.Count;
    }

    /// <summary>Nearly all are sent: one statement for all of them. An id of 0 is a message that Telegram has and does not name.</summary>
    private Task<int> MarkSentAsync(NewsDb db, IReadOnlyList<Attempt> attempts, CancellationToken cancellationToken)
    {
        var sent = attempts.Where(attempt => attempt.Outcome is SendOutcome.Sent)
            .Select(attempt => new[] { attempt.Delivery.Id, ((SendOutcome.Sent)attempt.Outcome).MessageId }).ToList();
        return sent.Count == 0 ? Task.FromResult(0) : db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Deliveries" SET "State" = {(int)DeliveryState.Sent}, "Reason" = NULL, "FinishedAt" = {time.GetUtcNow().UtcTicks},
                "MessageId" = NULLIF(sent.value ->> 1, 0), "Body" = CASE "Lane" WHEN {(int)Lane.Reply} THEN NULL ELSE "Body" END
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
            var state = after.State == DeliveryState.Waiting ? DeliveryState.Gathered : after.State;
            await TopicDigest.RowsOf(db, digest).ExecuteUpdateAsync(
                set => set
                    .SetProperty(delivery => delivery.State, state)
                    .SetProperty(delivery => delivery.Due, after.Due)
                    .SetProperty(delivery => delivery.FinishedAt, after.FinishedAt)
                    .SetProperty(delivery => delivery.MessageId, after.MessageId),
                cancellationToken);
        }
    }

    private void Apply(Delivery delivery, SendOutcome outcome)
    {
        var now = time.GetUtcNow();
        delivery.UnknownAttempts += outcome is SendOutcome.Unknown ? 1 : 0;
        delivery.State = SendRetrySchedule.After(outcome, delivery.Lane, delivery.UnknownAttempts);
        delivery.FinishedAt = delivery.State == DeliveryState.Waiting ? null : now;
        delivery.Body = delivery is { FinishedAt: not null, Lane: Lane.Reply } ? null : delivery.Body; // a reply may quote what somebody typed
        delivery.Due = outcome is SendOutcome.NotSent ? now + SendRetrySchedule.PauseAfter(delivery.Attempts) : delivery.Due;
        delivery.Reason = outcome switch
        {
            SendOutcome.Blocked blocked => blocked.Why,
            SendOutcome.ThreadGone gone => gone.Why,
            SendOutcome.Rejected rejected => rejected.Why,
            SendOutcome.NotSent notSent => notSent.Why,
            SendOutcome.Unknown unknown => unknown.Why,
            _ => null,
        };
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
