using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Storage;

internal static class StorageHosting
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddPooledDbContextFactory<SqliteNewsDb>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString)
            .AddInterceptors(new ConnectionPragmas(), provider.GetRequiredService<WriteTransactionQueue>()))
        .AddSingleton<WriteTransactionQueue>()
        .AddSingleton<IDbContextFactory<NewsDb>, SqliteStores>();

    /// <summary>The full path of the store's file. Its folder is created.</summary>
    public static string PrepareFile(this StorageOptions options)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(options.File)!);
        return options.File;
    }

    /// <summary>
    /// A process that is killed while it migrates leaves its lock in the store, and the next one would wait for it for ever. One process
    /// uses a store, so whoever's lock lies there at a start is dead.
    /// </summary>
    public static Task ClearStaleMigrationLockAsync(this NewsDb db) =>
        db.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """);

    /// <summary>A factory of the base type: IDbContextFactory is not covariant.</summary>
    private sealed class SqliteStores(IDbContextFactory<SqliteNewsDb> factory) : IDbContextFactory<NewsDb>
    {
        public NewsDb CreateDbContext() => factory.CreateDbContext();

        public async Task<NewsDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }

    /// <summary>
    /// Readers do not wait for the writer (WAL, which the file remembers), and a writer that waits for another is woken by SQLite
    /// within milliseconds, not by the driver's 150 ms steps. Our own writers take turns within tens of milliseconds; whoever holds
    /// the store for 5 s is another program. The driver would try again for 30 s more, and a stop has to be faster than that.
    /// What is deleted is overwritten: people are promised that it is gone.
    /// </summary>
    private sealed class ConnectionPragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON;";

        // Seconds, counted from the start of a statement: after SQLite's own wait the driver gives up at once. 0 would be for ever.
        private const int DriversPatience = 1;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            ((SqliteConnection)connection).DefaultTimeout = DriversPatience;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default)
        {
            ((SqliteConnection)connection).DefaultTimeout = DriversPatience;
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
