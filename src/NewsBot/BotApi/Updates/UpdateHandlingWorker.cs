using Microsoft.EntityFrameworkCore;
using NewsBot.Commands;
using NewsBot.Hosting;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;

namespace NewsBot.BotApi.Updates;

/// <summary>
/// Handles stored updates in the order in which they came: what one asks for, its answers and its end are one transaction.
/// One that cannot be handled is set aside, and the next one goes on.
/// </summary>
internal sealed partial class UpdateHandlingWorker(
    WorkerContext context,
    IDbContextFactory<NewsDb> stores,
    BotIdentity identity,
    IncomingHandler handler,
    IMessenger messenger,
    WorkSignal<InboxUpdate> updates,
    WorkSignal<Delivery> deliveries) : Worker(context)
{
    private long conflicted;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var update = await db.InboxUpdates.Where(inboxUpdate => inboxUpdate.HandledAt == null).OrderBy(inboxUpdate => inboxUpdate.Id).FirstOrDefaultAsync(cancellationToken);
        if (update is null)
        {
            return false;
        }

        var account = await WaitForAsync(identity.WhenKnownAsync(cancellationToken));
        var (incoming, reason) = UpdateParseResult.Of(update.Json ?? "");
        try
        {
            await HandleAsync(db, update, incoming, reason, account.Username, cancellationToken);
        }
#pragma warning disable CA1031 // A bug in one command must not stop all that come after it. With a store in trouble it is tried until that is over.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && StoreErrors.Describe(exception) is null)
#pragma warning restore CA1031
        {
            if (exception is DbUpdateException && conflicted != update.Id)
            {
                // Another loop wrote the same rows a moment before: nothing of this one was kept, and it is handled anew, once.
                conflicted = update.Id;
                return true;
            }

            Log.Failed(Logger, update.UpdateId, exception);
            await DeadLetterAsync(update, incoming, exception, cancellationToken);
        }

        deliveries.Notify();
        return true;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => updates.WaitAsync(PollInterval, Time, cancellationToken);

    private async Task HandleAsync(
        NewsDb db,
        InboxUpdate update,
        Incoming? incoming,
        string? reason,
        string botName,
        CancellationToken cancellationToken)
    {
        var prepared = incoming is null ? null : await handler.PrepareAsync(incoming, botName, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var notice = prepared is null ? null : await handler.RunAsync(db, prepared, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await MarkAsync(db, update.Id, reason, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        if (reason is not null)
        {
            Log.SetAside(Logger, update.UpdateId, reason);
        }

        if (incoming is IncomingCallback press)
        {
            await messenger.AnswerPressAsync(press.PressId, notice, cancellationToken);
        }
    }

    /// <summary>Whoever asked for it is told: silence would look like a bot that is gone.</summary>
    private async Task DeadLetterAsync(InboxUpdate update, Incoming? incoming, Exception exception, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (incoming is IncomingText or IncomingCallback)
        {
            handler.Apologise(db, incoming);
            await db.SaveChangesAsync(cancellationToken);
        }

        await MarkAsync(db, update.Id, $"handling it failed: {exception.GetType().Name}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task MarkAsync(NewsDb db, long id, string? reason, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        await db.InboxUpdates.Where(inboxUpdate => inboxUpdate.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(inboxUpdate => inboxUpdate.HandledAt, now)
                .SetProperty(inboxUpdate => inboxUpdate.SetAsideReason, reason)
                .SetProperty(inboxUpdate => inboxUpdate.Json, (string?)null),
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Update {Update} is set aside: {Reason}")]
        public static partial void SetAside(ILogger logger, long update, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Update {Update} could not be handled and is set aside")]
        public static partial void Failed(ILogger logger, long update, Exception exception);
    }
}
