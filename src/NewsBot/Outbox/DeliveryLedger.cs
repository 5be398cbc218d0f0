using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox;

/// <summary>Writes down how requests ended, and what follows from it for the chat.</summary>
internal sealed partial class DeliveryLedger(
    IDbContextFactory<NewsDb> stores,
    SendHolds holds,
    TimeProvider time,
    ILogger<DeliveryLedger> logger)
{
    /// <summary>Records all of them, and the holds that they brought, in one transaction. When it throws, nothing is written.</summary>
    public async Task RecordAsync(IReadOnlyList<Attempt> attempts, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await MarkSentAsync(db, attempts, cancellationToken);
        foreach (var attempt in attempts)
        {
            await CountAsync(db, attempt, cancellationToken);

            // Gone when the chat had its data deleted meanwhile.
            if (attempt.Outcome is not SendOutcome.Sent && await db.Deliveries.FindAsync([attempt.Delivery.Id], cancellationToken) is { } delivery)
            {
                Apply(delivery, attempt.Outcome);
                await FollowUpAsync(db, delivery, attempt.Outcome, cancellationToken);
            }
        }

        await holds.SaveAsync(db, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        holds.Saved();
    }

    /// <summary>Settles what a process that died left between request and answer. Returns how many there were.</summary>
    public async Task<int> RecoverAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var unsettled = await db.Deliveries.Where(one => one.State == DeliveryState.Sending).ToListAsync(cancellationToken);
        foreach (var delivery in unsettled)
        {
            Apply(delivery, new SendOutcome.Unknown("NewsBot ended between the request and its answer."));
        }

        await db.SaveChangesAsync(cancellationToken);
        return unsettled.Count;
    }

    /// <summary>Nearly all are sent: one statement for all of them. An id of 0 is a message that Telegram has and does not name.</summary>
    private Task<int> MarkSentAsync(NewsDb db, IReadOnlyList<Attempt> attempts, CancellationToken cancellationToken)
    {
        var sent = attempts.Where(one => one.Outcome is SendOutcome.Sent)
            .Select(one => new[] { one.Delivery.Id, ((SendOutcome.Sent)one.Outcome).MessageId }).ToList();
        return sent.Count == 0 ? Task.FromResult(0) : db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Deliveries" SET "State" = {(int)DeliveryState.Sent}, "Reason" = NULL, "FinishedAt" = {time.GetUtcNow().UtcTicks},
                "MessageId" = NULLIF(sent.value ->> 1, 0)
            FROM json_each({JsonSerializer.Serialize(sent)}) AS sent
            WHERE "Deliveries"."Id" = sent.value ->> 0
            """,
            cancellationToken);
    }

    private void Apply(Delivery delivery, SendOutcome outcome)
    {
        var now = time.GetUtcNow();
        delivery.UnknownAttempts += outcome is SendOutcome.Unknown ? 1 : 0;
        delivery.State = RetryPlan.After(outcome, delivery.Lane, delivery.UnknownAttempts);
        delivery.FinishedAt = delivery.State == DeliveryState.Waiting ? null : now;
        delivery.Due = outcome is SendOutcome.NotSent ? now + RetryPlan.PauseAfter(delivery.Attempts) : delivery.Due;
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

    private async Task FollowUpAsync(NewsDb db, Delivery delivery, SendOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case SendOutcome.Blocked blocked:
                await CloseAsync(db, delivery, everyThread: true, blocked.Why, cancellationToken);
                break;
            case SendOutcome.ThreadGone gone:
                await CloseAsync(db, delivery, everyThread: false, gone.Why, cancellationToken);
                break;
            case SendOutcome.ChatMoved moved:
                Log.ChatMoved(logger, delivery.ChatId, moved.To);
                await MoveChatAsync(db, delivery.ChatId, moved.To, cancellationToken);
                break;
            case SendOutcome.Rejected rejected:
                Log.Rejected(logger, delivery.Id, rejected.Why);
                break;
            case SendOutcome.Unknown unknown:
                Log.Unknown(logger, delivery.Id, unknown.Why);
                break;
        }
    }

    /// <summary>Gives everything that is owed to a group the supergroup's id. What both were owed is owed once.</summary>
    public static async Task MoveChatAsync(NewsDb db, long from, long to, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await db.MoveSubscribersAsync(from, to, cancellationToken);
        await db.Deliveries
            .Where(moved => moved.ChatId == from && db.Set<Delivery>().Any(there =>
                there.ChatId == to && there.ThreadId == moved.ThreadId && there.Lane == moved.Lane &&
                there.CarriedId == moved.CarriedId && there.Part == moved.Part))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Deliveries
            .Where(moved => moved.ChatId == from)
            .ExecuteUpdateAsync(set => set.SetProperty(moved => moved.ChatId, to), cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Nothing more goes to a chat, or to one thread of it, until it comes back. Its topics are kept.</summary>
    private async Task CloseAsync(NewsDb db, Delivery delivery, bool everyThread, string why, CancellationToken cancellationToken)
    {
        await db.Subscribers
            .Where(one => one.ChatId == delivery.ChatId && (everyThread || one.ThreadId == delivery.ThreadId))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, SubscriberState.Unreachable), cancellationToken);
        var now = time.GetUtcNow();
        await db.Deliveries
            .Where(one => one.ChatId == delivery.ChatId && (everyThread || one.ThreadId == delivery.ThreadId)
                && one.State == DeliveryState.Waiting && one.Id != delivery.Id)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(one => one.State, DeliveryState.Blocked)
                    .SetProperty(one => one.Reason, why)
                    .SetProperty(one => one.FinishedAt, now),
                cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Group {From} became supergroup {To}; its topics and messages go with it")]
        public static partial void ChatMoved(ILogger logger, long from, long to);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Broadcast {Announcement} is paused: {Count} chats in a row refused it, the last with {Why}")]
        public static partial void AnnouncementClosed(ILogger logger, long announcement, int count, string? why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused delivery {Delivery} for good: {Why}")]
        public static partial void Rejected(ILogger logger, long delivery, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can tell whether delivery {Delivery} arrived: {Why}")]
        public static partial void Unknown(ILogger logger, long delivery, string why);
    }
}
