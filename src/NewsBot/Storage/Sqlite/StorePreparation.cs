using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace NewsBot.Storage.Sqlite;

/// <summary>Prepares the store at the start: this process's alone, undamaged, readable by its owner alone, and up to date.</summary>
internal sealed partial class StorePreparation(
    IOptions<StorageOptions> options,
    StoreLock storeLock,
    IDbContextFactory<NewsDb> stores,
    ILogger<StorePreparation> logger)
{
    // A second of reading. A larger store is checked once the service runs, by the StoreCheckWorker.
    private const long MaxCheckedAtStart = 256_000_000;

    private static readonly string[] Parts = ["", "-wal", "-shm"];

    /// <exception cref="StoreUnusableException">Another service uses the store, or it is gone or damaged.</exception>
    /// <exception cref="SqliteException">SQLite cannot use it; <see cref="StoreErrors.DescribeAtStart"/> says why.</exception>
    public async Task PrepareAsync()
    {
        var file = PrepareFolder();
        storeLock.Take();
        await PrepareAsync(file);
    }

    /// <summary>The same for a command that may run beside the service: what that has prepared is used as it is.</summary>
    public async Task PrepareBesideServiceAsync()
    {
        var file = PrepareFolder();
        if (storeLock.TryTake())
        {
            await PrepareAsync(file);
        }
    }

    private string PrepareFolder()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(options.Value.File)!);
        return options.Value.File;
    }

    private async Task PrepareAsync(string file)
    {
        StoreIntegrity.CheckFile(file, storeLock.WasUsed);
        MakePrivate(file);
        await using var db = await stores.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        if (new FileInfo(file).Length <= MaxCheckedAtStart && StoreIntegrity.QuickCheck((SqliteConnection)db.Database.GetDbConnection()) is { } damage)
        {
            throw new StoreUnusableException(damage);
        }

        var pending = (await db.Database.GetPendingMigrationsAsync()).Count();
        await ClearStaleMigrationLockAsync(db);
        await db.Database.MigrateAsync();
        storeLock.MarkUsed();
        Log.Prepared(logger, file, pending);
    }

    /// <summary>SQLite gives the files beside a store the store's own mode. What cannot be created is left for it to report.</summary>
    private static void MakePrivate(string file)
    {
        try
        {
            OwnerOnlyFile.Open(file, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
            foreach (var part in Parts.Select(part => file + part).Where(File.Exists))
            {
                OwnerOnlyFile.Restrict(part);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another user's file: its mode is that user's business.
        }
    }

    /// <summary>
    /// A process that is killed while it migrates leaves EF's lock in the store, and the next one would wait for it forever. Only one
    /// process at a time prepares a store, so a lock found here is stale.
    /// </summary>
    private static Task<int> ClearStaleMigrationLockAsync(NewsDb db) =>
        db.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The store is {File} ({Count} migrations applied)")]
        public static partial void Prepared(ILogger logger, string file, int count);
    }
}
