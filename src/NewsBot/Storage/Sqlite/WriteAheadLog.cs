using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsBot.Storage.Sqlite;

/// <summary>SQLite's log of changes, in which deleted data stays readable until it is overwritten.</summary>
internal static class WriteAheadLog
{
    /// <summary>
    /// Moves the log into the store's file and empties it. Returns false when a reader or a writer was in the way, for the caller to try
    /// again: it waits for nobody, since others would have to wait for it.
    /// </summary>
    public static async Task<bool> TruncateAsync(NewsDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            var connection = db.Database.GetDbConnection();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 5000;";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken) && reader.GetInt32(0) == 0;
        }
        catch (SqliteException exception) when (StoreErrors.IsInUse(exception))
        {
            return false;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
