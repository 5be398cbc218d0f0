using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox.Sending;

/// <summary>What an outcome means for the chat and for what else it is owed. Everything runs in the caller's transaction.</summary>
internal sealed partial class DeliveryOutcomeHandler(IOptions<RoleOptions> roles, TimeProvider time, ILogger<DeliveryOutcomeHandler> logger)
{
    /// <param name="db">The caller's.</param>
    /// <param name="delivery">The delivery as it was sent; the state of its row is set already.</param>
    /// <param name="outcome">How it ended.</param>
    public async Task ApplyAsync(NewsDb db, Delivery delivery, SendOutcome outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case SendOutcome.Blocked blocked:
                await CloseAsync(db, delivery, blocked.Why, cancellationToken);
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

    /// <summary>What a thread follows and is owed comes in the forum itself from now on. The people who run the bot are told once.</summary>
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
            var isTold = await db.Deliveries.AnyAsync(
                delivery => delivery.ChatId == admin && delivery.Lane == Lane.Reply && delivery.CarriedId == thread.ChatId && delivery.Part == thread.ThreadId,
                cancellationToken);
            if (!isTold)
            {
                var texts = Texts.For((await db.FindSubscriberAsync(new ChatAddress(admin), cancellationToken))?.Language);
                var notice = MessageBuilder.Plain(texts.ThreadIsGone(thread.ChatId, thread.ThreadId, why));
                db.Enqueue(new ChatAddress(admin), thread.ChatId, thread.ThreadId, notice, null, time.GetUtcNow());
            }
        }
    }

    /// <summary>Nothing more goes to a chat until it comes back. Its topics are kept.</summary>
    private async Task CloseAsync(NewsDb db, Delivery delivery, string why, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.CloseChatAsync(delivery.ChatId, now, cancellationToken);
        await db.Deliveries
            .Where(one => one.ChatId == delivery.ChatId && (one.State == DeliveryState.Waiting || one.State == DeliveryState.Gathered) && one.Id != delivery.Id)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(one => one.State, DeliveryState.Blocked)
                    .SetProperty(one => one.Reason, why)
                    .SetProperty(one => one.Body, one => one.Lane == Lane.Reply ? null : one.Body)
                    .SetProperty(one => one.FinishedAt, now),
                cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Group {From} became supergroup {To}; its topics and messages go with it")]
        public static partial void ChatMoved(ILogger logger, long from, long to);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Thread {Thread} of forum {Chat} is gone ({Why}); what it follows now comes in the forum itself")]
        public static partial void ThreadGone(ILogger logger, int thread, long chat, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refused delivery {Delivery} for good: {Why}")]
        public static partial void Rejected(ILogger logger, long delivery, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can tell whether delivery {Delivery} arrived: {Why}")]
        public static partial void Unknown(ILogger logger, long delivery, string why);
    }
}
