using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using NewsBot.Commands;
using NewsBot.Hosting;
using NewsBot.Storage;

namespace NewsBot.BotApi.Updates;

/// <summary>
/// Takes stored updates in their order and hands each to the <see cref="UpdateHandler"/>, which works on many chats side by side. The rows
/// are the truth: what was taken and not handled when the process ended is taken again at the next start.
/// </summary>
internal sealed class UpdateHandlingWorker(
    WorkerContext context,
    IDbContextFactory<NewsDb> stores,
    BotIdentity identity,
    UpdateHandler handler,
    WorkSignal<InboxUpdate> updates) : Worker(context)
{
    private const int BatchSize = 100;

    /// <summary>Updates in memory. The limits per person and chat keep any one of them far below it.</summary>
    private const int MaxInFlight = 1_000;

    private readonly List<Task> inFlight = [];
    private long lastTaken;
    private volatile Exception? storeFailure;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await StopAfterStoreFailureAsync();
        inFlight.RemoveAll(task => task.IsCompleted);
        if (inFlight.Count >= MaxInFlight)
        {
            await Task.WhenAny(inFlight);
            return true;
        }

        var batch = await ReadBatchAsync(cancellationToken);
        if (batch.Count == 0)
        {
            return false;
        }

        var account = await WaitForAsync(identity.WhenKnownAsync(cancellationToken));
        List<long> dropped = [];
        foreach (var update in batch)
        {
            lastTaken = update.Id;
            if (handler.Handle(update, account.Username, () => storeFailure is not null, cancellationToken) is { } handling)
            {
                inFlight.Add(WatchAsync(handling));
            }
            else
            {
                dropped.Add(update.Id);
            }
        }

        await handler.DropAsync(dropped, cancellationToken);
        return true;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => updates.WaitAsync(PollInterval, Time, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await base.ExecuteAsync(stoppingToken);
        await Task.WhenAll(inFlight); // nothing may still use the store when the host takes it down
    }

    private async Task<List<InboxUpdate>> ReadBatchAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        return await db.InboxUpdates.AsNoTracking()
            .Where(update => update.HandledAt == null && update.Id > lastTaken)
            .OrderBy(update => update.Id)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Never fails: a failure of the store is kept for the next round.</summary>
    private async Task WatchAsync(Task handling)
    {
        try
        {
            await handling;
        }
        catch (OperationCanceledException)
        {
            // The service stops; the update is handled at its next start.
        }
#pragma warning disable CA1031 // Everything else was handled where it happened: this is the store's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            storeFailure = exception;
            updates.Notify();
        }
    }

    /// <summary>
    /// With the store in trouble the updates behind the failed one step aside, so that the order in each chat holds; then all of them are
    /// taken anew, after the pause that follows a failed round.
    /// </summary>
    private async Task StopAfterStoreFailureAsync()
    {
        if (storeFailure is { } failure)
        {
            await Task.WhenAll(inFlight);
            inFlight.Clear();
            (storeFailure, lastTaken) = (null, 0);
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
