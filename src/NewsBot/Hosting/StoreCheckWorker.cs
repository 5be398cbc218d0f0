using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Hosting;

/// <summary>Looks at the store's file every minute and reads all of it once a day, so that damage is reported before it has spread to the copies.</summary>
internal sealed class StoreCheckWorker(WorkerContext context, IDbContextFactory<NewsDb> stores, StoreFileMonitor monitor) : Worker(context)
{
    private static readonly TimeSpan QuickCheckInterval = TimeSpan.FromDays(1);

    private long? lastQuickCheck;
    private string? damage;

    protected override TimeSpan PollInterval => TimeSpan.FromMinutes(1);

    // A quick check of 100 GB on a slow disk.
    protected override TimeSpan StallTimeout => TimeSpan.FromHours(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var problem = await monitor.ProblemAsync(db, cancellationToken);
        if (problem is null && (lastQuickCheck is not { } last || Time.GetElapsedTime(last) >= QuickCheckInterval))
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            damage = StoreIntegrity.QuickCheck((SqliteConnection)db.Database.GetDbConnection());
            lastQuickCheck = Time.GetTimestamp();
        }

        return (problem ?? damage) is { } sentence ? throw new StoreUnusableException(sentence) : false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(PollInterval, Time, cancellationToken);
}
