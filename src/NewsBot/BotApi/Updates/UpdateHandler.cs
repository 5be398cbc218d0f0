using Microsoft.EntityFrameworkCore;
using NewsBot.Commands;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;

namespace NewsBot.BotApi.Updates;

/// <summary>
/// Handles updates: in order for each chat, and side by side across chats. Telegram is asked about a person's rights, and told that a
/// press arrived, outside the chat's turn, so nobody waits for somebody else's slow answer; one person's updates stay in their order.
/// What an update changes, its replies and its end are one transaction. One that cannot be handled is dead-lettered.
/// </summary>
internal sealed partial class UpdateHandler(
    IDbContextFactory<NewsDb> stores,
    IncomingHandler handler,
    CommandLimits limits,
    IMessenger messenger,
    WorkSignal<Delivery> deliveries,
    TimeProvider time,
    ILogger<UpdateHandler> logger) : IDisposable
{
    /// <summary>Writers take turns anyway; this many chats may read at once.</summary>
    private const int MaxRunning = 8;

    private const int Attempts = 2;

    private readonly KeyedQueue<(long Chat, long? Person)> people = new();
    private readonly KeyedQueue<long> chats = new();
    private readonly SemaphoreSlim running = new(MaxRunning);

    /// <summary>
    /// Begins to handle an update. Null where its sender is over the limit and it is to be dropped.
    /// The task fails with the store alone.
    /// </summary>
    /// <param name="update">The row.</param>
    /// <param name="botName">The bot's own user name, without @.</param>
    /// <param name="isHalted">Asked when its turn comes: true leaves it unhandled.</param>
    public Task? Handle(InboxUpdate update, string botName, Func<bool> isHalted, CancellationToken cancellationToken)
    {
        var (incoming, reason) = UpdateParseResult.Of(update.Json ?? "");
        if (incoming is null)
        {
            return isHalted() ? Task.CompletedTask : DeadLetterAsync(update, null, reason ?? "", cancellationToken);
        }

        var request = handler.Understand(incoming, botName);
        var check = request is null ? LimitCheck.WithinLimit : limits.Check(incoming);
        return check switch
        {
            LimitCheck.OverLimit => null,
            LimitCheck.OverLimitForTheFirstTime => chats.EnqueueAsync(
                incoming.Chat.ChatId, () => isHalted() ? Task.CompletedTask : TellToSlowDownAsync(update, incoming, cancellationToken)),
            _ => HandleAsync(update, incoming, request, isHalted, cancellationToken),
        };
    }

    /// <summary>Marks updates as handled that are not.</summary>
    public async Task DropAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > 0)
        {
            await using var db = await stores.CreateDbContextAsync(cancellationToken);
            await MarkAsync(db, ids, null, cancellationToken);
            Log.Dropped(logger, ids.Count);
        }
    }

    public void Dispose() => running.Dispose();

    private async Task HandleAsync(
        InboxUpdate update, Incoming incoming, CommandRequest? request, Func<bool> isHalted, CancellationToken cancellationToken)
    {
        var turn = Task.CompletedTask;
        await people.EnqueueAsync((incoming.Chat.ChatId, incoming.PersonId), async () =>
        {
            var prepared = await PrepareAsync(update, incoming, request, cancellationToken);
            turn = prepared is null ? turn : chats.EnqueueAsync(
                incoming.Chat.ChatId, () => isHalted() ? Task.CompletedTask : RunInTurnAsync(update, prepared, cancellationToken));
        });
        await turn;
    }

    private async Task<PreparedCall?> PrepareAsync(
        InboxUpdate update, Incoming incoming, CommandRequest? request, CancellationToken cancellationToken)
    {
        try
        {
            return await handler.PrepareAsync(incoming, request, cancellationToken);
        }
#pragma warning disable CA1031 // A bug here must not stop what comes after it.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            await ApologiseAsync(update, incoming, exception, cancellationToken);
            return null;
        }
    }

    private async Task RunInTurnAsync(InboxUpdate update, PreparedCall prepared, CancellationToken cancellationToken)
    {
        await running.WaitAsync(cancellationToken);
        try
        {
            var notice = await RunAsync(update, prepared, cancellationToken);
            if (prepared.Incoming is IncomingCallback press)
            {
                _ = messenger.AnswerPressAsync(press.PressId, notice, cancellationToken); // best effort, and as long as it takes
            }
        }
        finally
        {
            running.Release();
        }

        deliveries.Notify();
    }

    /// <summary>Returns the notice for a press, or null.</summary>
    private async Task<string?> RunAsync(InboxUpdate update, PreparedCall prepared, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await CommitAsync(update, prepared, cancellationToken);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && StoreErrors.Describe(exception) is null)
            {
                // Another worker wrote the same rows a moment before: nothing of this one was kept, and it is handled anew, once.
            }
#pragma warning disable CA1031 // A bug in one command must not stop all that come after it. Trouble with the store is the worker's.
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && StoreErrors.Describe(exception) is null)
#pragma warning restore CA1031
            {
                await ApologiseAsync(update, prepared.Incoming, exception, cancellationToken);
                return null;
            }
        }
    }

    /// <summary>What the command reads is read before the transaction; a command that writes by statements has begun it itself.</summary>
    private async Task<string?> CommitAsync(InboxUpdate update, PreparedCall prepared, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var notice = await handler.RunAsync(db, prepared, cancellationToken);
        await using var transaction = db.Database.CurrentTransaction ?? await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await MarkAsync(db, [update.Id], null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return notice;
    }

    private async Task TellToSlowDownAsync(InboxUpdate update, Incoming incoming, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (incoming is IncomingCallback press)
        {
            _ = messenger.AnswerPressAsync(press.PressId, Texts.For(press.LanguageCode).TooMuchAtOnce, cancellationToken);
        }
        else
        {
            handler.TellToSlowDown(db, incoming);
            await db.SaveChangesAsync(cancellationToken);
        }

        await MarkAsync(db, [update.Id], null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        deliveries.Notify();
    }

    /// <summary>Whoever asked is told: silence would look like a bot that is gone.</summary>
    private async Task ApologiseAsync(InboxUpdate update, Incoming incoming, Exception exception, CancellationToken cancellationToken)
    {
        Log.Failed(logger, update.UpdateId, exception);
        await DeadLetterAsync(
            update, incoming is IncomingText or IncomingCallback ? incoming : null, $"handling it failed: {exception.GetType().Name}", cancellationToken);
    }

    private async Task DeadLetterAsync(InboxUpdate update, Incoming? apologiseTo, string reason, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (apologiseTo is not null)
        {
            handler.Apologise(db, apologiseTo);
            await db.SaveChangesAsync(cancellationToken);
        }

        await MarkAsync(db, [update.Id], reason, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Log.DeadLettered(logger, update.UpdateId, reason);
        deliveries.Notify();
    }

    private async Task MarkAsync(NewsDb db, IReadOnlyList<long> ids, string? reason, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.InboxUpdates.Where(update => ids.Contains(update.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(update => update.HandledAt, now)
                .SetProperty(update => update.SetAsideReason, reason)
                .SetProperty(update => update.Json, (string?)null),
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Update} is dead-lettered: {Reason}")]
        public static partial void DeadLettered(ILogger logger, long update, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Handling update {Update} failed")]
        public static partial void Failed(ILogger logger, long update, Exception exception);

        [LoggerMessage(Level = LogLevel.Debug, Message = "{Count} updates dropped: their senders are over the limit")]
        public static partial void Dropped(ILogger logger, int count);
    }
}
