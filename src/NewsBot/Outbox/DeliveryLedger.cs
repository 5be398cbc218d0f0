using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox;

/// <summary>
/// The deliveries' states in the store. "Sending" is committed before the request leaves and the outcome after it ended, so that a
/// process that dies between the two is found out at the next start.
/// </summary>
internal sealed partial class DeliveryLedger(
    IDbContextFactory<NewsDb> stores,
    SendHolds holds,
    TimeProvider time,
    ILogger<DeliveryLedger> logger)
{
    /// <summary>The next delivery to send, marked as being sent. Null when there is none.</summary>
    /// <param name="turn">The lane that is asked first.</param>
    /// <param name="closedChats">Chats that may not be written to now.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Delivery?> ClaimAsync(Lane turn, IReadOnlyList<long> closedChats, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        if (await db.FirstDueAsync(turn, closedChats, time.GetUtcNow(), cancellationToken) is not { } delivery)
        {
            return null;
        }

        // Only what still waits: it may have been cancelled, or deleted with its chat's data, since it was read.
        var claimed = await db.Deliveries.Where(one => one.Id == delivery.Id && one.State == DeliveryState.Waiting).ExecuteUpdateAsync(
            set => set
                .SetProperty(one => one.State, DeliveryState.Sending)
                .SetProperty(one => one.Attempts, one => one.Attempts + 1),
            cancellationToken);
        return claimed == 1 ? delivery : null;
    }

    /// <summary>Writes down how requests ended, all of them in one transaction.</summary>
    /// <param name="attempts">The ended requests.</param>
    /// <param name="withinOwnBudget">Whether a chat kept inside its own limits.</param>
    /// <param name="failuresInARow">Requests in a row that could not leave at all.</param>
    /// <param name="cancellationToken">Ends the writing, and nothing is written then.</param>
    public async Task RecordAsync(
        IReadOnlyList<Attempt> attempts,
        Func<long, bool> withinOwnBudget,
        int failuresInARow,
        CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (sent, outcome) in attempts)
        {
            // Gone when the chat had its data deleted meanwhile.
            if (await db.Deliveries.FindAsync([sent.Id], cancellationToken) is { } delivery)
            {
                Apply(delivery, outcome);
                await CountAsync(db, delivery, outcome, cancellationToken);
                await FollowUpAsync(db, delivery, outcome, withinOwnBudget, failuresInARow, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
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

    private void Apply(Delivery delivery, SendOutcome outcome)
    {
        delivery.UnknownAttempts += outcome is SendOutcome.Unknown ? 1 : 0;
        delivery.State = RetryPlan.After(outcome, delivery.Lane, delivery.UnknownAttempts);
        delivery.FinishedAt = delivery.State == DeliveryState.Waiting ? null : time.GetUtcNow();
        delivery.MessageId = outcome is SendOutcome.Sent sent ? sent.MessageId : delivery.MessageId;
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

    private async Task CountAsync(NewsDb db, Delivery delivery, SendOutcome outcome, CancellationToken cancellationToken)
    {
        if (delivery.Lane == Lane.Broadcast
            && outcome is SendOutcome.Sent or SendOutcome.Rejected
            && await db.Announcements.FindAsync([delivery.CarriedId], cancellationToken) is { } announcement)
        {
            var wasOpen = announcement.IsOpen;
            announcement.Count(outcome);
            if (wasOpen && !announcement.IsOpen)
            {
                Log.AnnouncementClosed(logger, announcement.Id, announcement.RefusalsInARow, announcement.ClosedBecause);
            }
        }
    }

    private async Task FollowUpAsync(
        NewsDb db,
        Delivery delivery,
        SendOutcome outcome,
        Func<long, bool> withinOwnBudget,
        int failuresInARow,
        CancellationToken cancellationToken)
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
            case SendOutcome.Throttled throttled:
                var whom = holds.WhomAbout(delivery.ChatId, withinOwnBudget(delivery.ChatId));
                Log.Throttled(logger, whom == SendHold.Everyone ? "everyone" : "one chat", throttled.After.TotalSeconds);
                await holds.HoldAsync(db, whom, throttled.After, cancellationToken);
                break;
            case SendOutcome.NotSent:
                await holds.HoldAsync(db, SendHold.Everyone, RetryPlan.PauseAfter(failuresInARow), cancellationToken);
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

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram asks {Whom} to wait {Seconds} s; it waits")]
        public static partial void Throttled(ILogger logger, string whom, double seconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Broadcast {Announcement} is paused: {Count} chats in a row refused it, the last with {Why}")]
        public static partial void AnnouncementClosed(ILogger logger, long announcement, int count, string? why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused delivery {Delivery} for good: {Why}")]
        public static partial void Rejected(ILogger logger, long delivery, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can tell whether delivery {Delivery} arrived: {Why}")]
        public static partial void Unknown(ILogger logger, long delivery, string why);
    }
}
