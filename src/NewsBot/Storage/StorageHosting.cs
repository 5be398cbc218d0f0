using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using NewsBot.Telemetry;

namespace NewsBot.Storage;

internal static class StorageHosting
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddPooledDbContextFactory<SqliteNewsDb>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString)
            .AddInterceptors(new WriteAheadLog()))
        .AddSingleton<IDbContextFactory<NewsDb>, SqliteStores>()
        .AddSingleton(typeof(Doorbell<>))
        .AddSingleton<LoopBeats>()
        .AddSingleton<LoopContext>();

    /// <summary>The full path of the store's file. Its folder is created.</summary>
    public static string PrepareFile(this StorageOptions options)
    {
        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(options.ConnectionString).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return file;
    }

    /// <summary>A factory of the base type: IDbContextFactory is not covariant.</summary>
    private sealed class SqliteStores(IDbContextFactory<SqliteNewsDb> factory) : IDbContextFactory<NewsDb>
    {
        public NewsDb CreateDbContext() => factory.CreateDbContext();

        public async Task<NewsDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await factory.CreateDbContextAsync(cancellationToken);
    }

    /// <summary>
    /// Readers do not wait for the writer (WAL, which the file remembers), and a writer that waits for another is woken by SQLite
    /// within milliseconds, not by the driver's 150 ms steps.
    /// </summary>
    private sealed class WriteAheadLog : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 10000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
