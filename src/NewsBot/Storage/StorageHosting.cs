using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Storage;

internal static class StorageHosting
{
    /// <summary>The store and what prepares it: <see cref="StorePreparation"/> is for the host to call before it starts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddPooledDbContextFactory<SqliteNewsDb>((provider, options) => options
                .UseSqlite(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString)
                .AddInterceptors(new ConnectionPragmas(), provider.GetRequiredService<WriteTransactionQueue>()))
            .AddSingleton<WriteTransactionQueue>()
            .AddSingleton<IDbContextFactory<NewsDb>, SqliteStores>()
            .AddSingleton(provider => new StoreLock(provider.GetRequiredService<IOptions<StorageOptions>>().Value.File))
            .AddSingleton<StoreFileMonitor>()
            .AddSingleton<StorePreparation>();
    }

    /// <summary>A factory of the base type: IDbContextFactory is not covariant.</summary>
    private sealed class SqliteStores(IDbContextFactory<SqliteNewsDb> factory) : IDbContextFactory<NewsDb>
    {
        public NewsDb CreateDbContext() => factory.CreateDbContext();

        public async Task<NewsDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }

    /// <summary>
    /// Readers do not wait for the writer (WAL, which the file remembers), and SQLite wakes a writer that waits for another within
    /// milliseconds, not in the driver's steps of 150 ms. NewsBot's own writers hold the store for tens of milliseconds. By default the
    /// driver would retry for 30 s more, and a shutdown has to be faster than that. What is deleted is overwritten: people are promised
    /// that it is gone.
    /// </summary>
    private sealed class ConnectionPragmas : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON;";

        // Seconds from the start of a statement: after SQLite's own wait the driver gives up at once. 0 would mean no limit.
        private const int DriverTimeout = 1;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            ((SqliteConnection)connection).DefaultTimeout = DriverTimeout;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default)
        {
            ((SqliteConnection)connection).DefaultTimeout = DriverTimeout;
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
