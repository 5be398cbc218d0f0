using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsBot.Storage.Sqlite;

/// <summary>
/// Notices that the store's file was deleted, emptied or cut short while the service runs: open connections go on with what is left of
/// it and report nothing. It only looks at the file's name and length: opening and closing the file here would release the locks that
/// SQLite holds on it for the whole process (https://www.sqlite.org/howtocorrupt.html, 2.2).
/// </summary>
internal sealed class StoreFileMonitor
{
    private long largest;

    /// <summary>What is wrong with the file, in a sentence, or null.</summary>
    /// <exception cref="SqliteException">The store cannot be read.</exception>
    public async Task<string?> ProblemAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var file = new FileInfo(db.Database.GetDbConnection().DataSource);
        if (!file.Exists)
        {
            return "The store cannot be reached: its file is missing. Stop NewsBot and restore a copy (newsbot restore FILE).";
        }

        var length = file.Length;
        if (length < Interlocked.Read(ref largest) && (length == 0 || length < await StatedLengthAsync(db, cancellationToken)))
        {
            return $"The store was cut short: its file has shrunk to {length} bytes. Stop NewsBot and restore a copy (newsbot restore FILE).";
        }

        Interlocked.Exchange(ref largest, length);
        return null;
    }

    /// <summary>After a VACUUM by hand the store says itself that it is smaller.</summary>
    private static async Task<long> StatedLengthAsync(NewsDb db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
        try
        {
            return await command.ExecuteScalarAsync(cancellationToken) is long bytes ? bytes : 0;
        }
        catch (SqliteException exception) when (StoreErrors.IsDamage(exception))
        {
            return long.MaxValue; // It has noticed too.
        }
    }
}
