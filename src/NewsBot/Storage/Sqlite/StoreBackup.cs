using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsBot.Storage.Sqlite;

/// <summary>Copies of the store, each in one file. A copy is made under another name and appears once it is complete.</summary>
internal static class StoreBackup
{
    /// <summary>Seconds to wait for whoever holds the store for a moment. The service holds it as long as it runs.</summary>
    private const int Timeout = 2;

    /// <summary>The file itself, then the files that SQLite keeps beside it.</summary>
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    /// <summary>Copies the store as it is now, and checks the copy as <see cref="Restore"/> would. The service may be running; neither waits for the other.</summary>
    /// <returns>Size of the copy in bytes.</returns>
    /// <exception cref="IOException">There is no store, or the file is there already.</exception>
    /// <exception cref="StoreUnusableException">The store is damaged. No copy was made.</exception>
    /// <exception cref="InvalidDataException">The copy is damaged, or the store is another program's. No copy was made.</exception>
    /// <exception cref="SqliteException">The store cannot be read, or the disk is full.</exception>
    public static long Write(string store, string file)
    {
        if (!File.Exists(store))
        {
            throw new FileNotFoundException($"There is no store at {store}: Storage:ConnectionString says where it is.");
        }

        if (Path.Exists(file))
        {
            throw new IOException($"{file} is there already: name a new file, so that no other copy is lost.");
        }

        WriteAtomically(file, unfinished =>
        {
            using (var connection = Open(store))
            {
                // VACUUM builds the copy anew from what it can read, and so could make a sound copy of half a store.
                if (StoreIntegrity.QuickCheck(connection) is { } damage)
                {
                    throw new StoreUnusableException(damage);
                }

                Ask(connection, "VACUUM INTO $file", ("$file", unfinished));
            }

            Check(unfinished, $"The copy of {store}");
        });
        return new FileInfo(file).Length;
    }

    /// <summary>Replaces the store with a copy. The service must not be running; what was there is kept beside it.</summary>
    /// <param name="now">Part of the name under which the previous store is kept.</param>
    /// <returns>The file of the previous store; null if there was none.</returns>
    /// <exception cref="InvalidDataException">The copy is damaged, of another program or of a newer NewsBot. Nothing was changed.</exception>
    /// <exception cref="IOException">The copy cannot be read, or the store is in use. Nothing was changed.</exception>
    public static string? Restore(string store, string file, DateTimeOffset now)
    {
        if (file == store)
        {
            throw new IOException($"{file} is the store itself: name a copy of it.");
        }

        var candidate = store + ".restoring";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(store)!);
            File.Copy(file, candidate, overwrite: true);
            OwnerOnlyFile.Restrict(candidate);
            Check(candidate, file);
            Flush(candidate);
            var kept = PreserveCurrent(store, now);
            File.Move(candidate, store, overwrite: true);
            return kept;
        }
        finally
        {
            foreach (var part in PartsOf(candidate))
            {
                File.Delete(part);
            }
        }
    }

    private static void Check(string candidate, string file)
    {
        try
        {
            using var connection = Open(candidate);
            var finding = Ask(connection, "PRAGMA quick_check(1)");
            if (finding != "ok")
            {
                throw new InvalidDataException($"{file} is damaged: {finding}.");
            }

            Ask(connection, "PRAGMA journal_mode = DELETE");
            using var db = new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite(connection).Options);
            var migrations = db.Database.GetAppliedMigrations().ToList();
            if (migrations.Count == 0)
            {
                throw new InvalidDataException($"{file} is a database of another program.");
            }

            if (migrations.Except(db.Database.GetMigrations()).Any())
            {
                throw new InvalidDataException($"{file} was made by a newer NewsBot: use that one.");
            }
        }
        catch (SqliteException exception)
        {
            throw new InvalidDataException($"{file} is damaged or no copy of a store: {exception.Message}", exception);
        }
    }

    /// <summary>Copies the current store, so that it can be replaced in one step.</summary>
    private static string? PreserveCurrent(string store, DateTimeOffset now)
    {
        if (!File.Exists(store))
        {
            return null;
        }

        CheckpointWal(store);
        var kept = $"{store}.before-{now.UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        foreach (var part in PartsOf(store))
        {
            WriteAtomically(kept + part[store.Length..], unfinished => File.Copy(part, unfinished, overwrite: true));
        }

        // Only the store itself is replaced in one step: a log left beside it would belong to the wrong store.
        foreach (var log in PartsOf(store).Skip(1))
        {
            File.Delete(log);
        }

        return kept;
    }

    /// <summary>Moves the log of a store into its file. Only the last connection to it can do so.</summary>
    private static void CheckpointWal(string store)
    {
        try
        {
            using var connection = Open(store);
            Ask(connection, "PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException exception) when (StoreErrors.IsInUse(exception))
        {
            throw new IOException($"Another program uses the store {store}: stop it first.", exception);
        }
        catch (SqliteException exception) when (StoreErrors.IsDamage(exception))
        {
            // A good reason to restore: what is left is kept as it is.
        }
    }

    /// <summary>Writes a file under another name and renames it once the disk has all of it. A failure leaves nothing behind.</summary>
    private static void WriteAtomically(string file, Action<string> write)
    {
        var unfinished = file + ".part";
        try
        {
            // Creating it first reports a folder that cannot be written as such, and not as a missing store.
            OwnerOnlyFile.Open(unfinished, FileMode.Create, FileShare.None).Dispose();
            write(unfinished);
            OwnerOnlyFile.Restrict(unfinished);
            Flush(unfinished);
            File.Move(unfinished, file);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static IEnumerable<string> PartsOf(string store) => Parts.Select(part => store + part).Where(File.Exists);

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Timeout,
        }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>The first value of the result, if there is one.</summary>
    private static string? Ask(SqliteConnection connection, string statement, params (string Name, string Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command.ExecuteScalar() as string;
    }

    private static void Flush(string file)
    {
        using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
