using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox.Sending;

/// <summary>What an outcome means for the chat and for what else is queued for it. Everything runs in the caller's transaction.</summary>
internal sealed partial class DeliveryOutcomeHandler(IOptions<RoleOptions> roles, TimeProvider time, ILogger<DeliveryOutcomeHandler> logger)
{
    // Below the numbers of Alerts.SourceAlerts, which count seconds from -2^48.
    private const long LongHoldNumbering = -1L << 50;

    // What admins are told is of use for longer than an answer to a command.
    private static readonly TimeSpan NoticeLifetime = TimeSpan.FromDays(7);

    /// <param name="db">The caller's.</param>
    /// <param name="delivery">The delivery as it was sent; the state of its row is set already.</param>
    /// <param name="outcome">How it ended.</param>
    public async Task ApplyAsync(NewsDb db, Delivery delivery, SendOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case SendOutcome.Blocked blocked:
                Log.ChatClosed(logger, delivery.ChatId, blocked.Why);
                await CloseAsync(db, delivery, blocked.Why, cancellationToken);
                break;
            case SendOutcome.NoRights noRights when delivery.Lane is Lane.News or Lane.Digest:
                await RestrictAsync(db, delivery, noRights.Why, cancellationToken);
                break;
            case SendOutcome.Throttled throttled when throttled.After > SendHolds.Longest:
                await TellOfLongHoldAsync(db, throttled.After, cancellationToken);
                break;
            case SendOutcome.ThreadGone gone:
                await LeaveThreadAsync(db, delivery, gone.Why, cancellationToken);
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

    /// <summary>
    /// Gives a group's subscriptions and all that is queued for it the supergroup's id. What is queued for both is sent once. The old
    /// group's messages stay there: no id of one is kept, for in the supergroup it would be another message's.
    /// </summary>
    public static async Task MoveChatAsync(NewsDb db, long from, long to, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await db.MoveSubscribersAsync(from, to, cancellationToken);
        await db.PushRestrictions.Where(restriction => restriction.ChatId == from).ExecuteDeleteAsync(cancellationToken);
        await db.Deliveries
            .Where(moved => moved.ChatId == from && ((moved.EditsMessageId != null && moved.Lane != Lane.Reply) || db.Set<Delivery>().Any(there =>
                there.ChatId == to && there.ThreadId == moved.ThreadId && there.Lane == moved.Lane &&
                there.CarriedId == moved.CarriedId && there.Part == moved.Part)))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Deliveries.Where(moved => moved.ChatId == from && moved.State == DeliveryState.Held)
            .ExecuteUpdateAsync(set => set.SetProperty(moved => moved.State, DeliveryState.Waiting), cancellationToken);
        await db.Deliveries
            .Where(moved => moved.ChatId == from)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(moved => moved.ChatId, to)
                    .SetProperty(moved => moved.MessageId, (int?)null)
                    .SetProperty(moved => moved.EditsMessageId, (int?)null),
                cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>What a thread follows and what is queued for it comes in the forum itself from now on. The bot's admins are told once.</summary>
    private async Task LeaveThreadAsync(NewsDb db, Delivery delivery, string why, CancellationToken cancellationToken)
    {
        var thread = delivery.Address;
        Log.ThreadGone(logger, thread.ThreadId, thread.ChatId, why);
        await TellAdminsAsync(db, thread, why, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.LeaveThreadAsync(thread, cancellationToken);
        await db.Deliveries
            .Where(moved => moved.ChatId == thread.ChatId && moved.ThreadId == thread.ThreadId && db.Set<Delivery>().Any(there =>
                there.ChatId == thread.ChatId && there.ThreadId == 0 && there.Lane == moved.Lane &&
                there.CarriedId == moved.CarriedId && there.Part == moved.Part))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Deliveries
            .Where(moved => moved.ChatId == thread.ChatId && moved.ThreadId == thread.ThreadId)
            .ExecuteUpdateAsync(set => set.SetProperty(moved => moved.ThreadId, 0), cancellationToken);
        db.ChangeTracker.Clear();
    }

    /// <summary>Numbered by forum and thread: no update has a number below zero, and no broadcast one as far below it as forums have.</summary>
    private async Task TellAdminsAsync(NewsDb db, ChatAddress thread, string why, CancellationToken cancellationToken)
    {
        foreach (var admin in roles.Value.Admins.Distinct())
        {
            var isTold = await IsToldAsync(db, admin, thread.ChatId, thread.ThreadId, cancellationToken);
            if (!isTold)
            {
                var texts = Texts.For((await db.FindSubscriberAsync(new ChatAddress(admin), cancellationToken))?.Language);
                var notice = MessageBuilder.Plain(texts.ThreadIsGone(thread.ChatId, thread.ThreadId, why));
                db.Enqueue(new ChatAddress(admin), thread.ChatId, thread.ThreadId, notice, null, time.GetUtcNow(), NoticeLifetime);
            }
        }
    }

    /// <summary>Nothing more goes to a chat until it comes back. Its topics are kept.</summary>
    private async Task CloseAsync(NewsDb db, Delivery delivery, string why, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.CloseChatAsync(delivery.ChatId, now, cancellationToken);
        await db.PushRestrictions.Where(restriction => restriction.ChatId == delivery.ChatId).ExecuteDeleteAsync(cancellationToken);
        await db.Deliveries.Where(queued => queued.ChatId == delivery.ChatId && queued.Id != delivery.Id).BlockQueuedAsync(why, now, cancellationToken);
    }

    /// <summary>The delivery itself is held already, but for what tracks it: it is saved first, so that giving up ends it too.</summary>
    private async Task RestrictAsync(NewsDb db, Delivery delivery, string why, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        if (await db.RestrictPushesAsync(delivery.Address, why, time.GetUtcNow(), cancellationToken))
        {
            Log.PushesRefused(logger, delivery.ChatId, delivery.ThreadId, why);
        }
    }

    /// <summary>Told once a day, numbered by the day.</summary>
    private async Task TellOfLongHoldAsync(NewsDb db, TimeSpan asked, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var number = LongHoldNumbering - (now.UtcTicks / TimeSpan.TicksPerDay);
        foreach (var admin in roles.Value.Admins.Distinct())
        {
            if (!await IsToldAsync(db, admin, number, 0, cancellationToken))
            {
                var texts = Texts.For((await db.FindSubscriberAsync(new ChatAddress(admin), cancellationToken))?.Language);
                db.Enqueue(new ChatAddress(admin), number, 0, MessageBuilder.Plain(texts.TelegramAsksToWait(asked)), null, now, NoticeLifetime);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private static Task<bool> IsToldAsync(NewsDb db, long admin, long number, int part, CancellationToken cancellationToken) => db.Deliveries.AnyAsync(
        delivery => delivery.ChatId == admin && delivery.Lane == Lane.Reply && delivery.CarriedId == number && delivery.Part == part,
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Chat {Chat} cannot be written to ({Why}); its topics are kept")]
        public static partial void ChatClosed(ILogger logger, long chat, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Chat {Chat} (thread {Thread}) refuses pushes ({Why}); they wait and are tried again after an hour, then daily (repeats suppressed)")]
        public static partial void PushesRefused(ILogger logger, long chat, int thread, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "Group {From} became supergroup {To}; its topics and messages go with it")]
        public static partial void ChatMoved(ILogger logger, long from, long to);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Thread {Thread} of forum {Chat} is gone ({Why}); what it follows now comes in the forum itself")]
        public static partial void ThreadGone(ILogger logger, int thread, long chat, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused delivery {Delivery} for good: {Why}")]
        public static partial void Rejected(ILogger logger, long delivery, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} has an unknown outcome: {Why}")]
        public static partial void Unknown(ILogger logger, long delivery, string why);
    }
}
