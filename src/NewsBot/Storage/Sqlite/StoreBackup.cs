using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace NewsBot.Storage.Sqlite;

/// <summary>Copies of the store, each in one file. A copy is made under another name and appears when it is whole.</summary>
internal static class StoreBackup
{
    /// <summary>Seconds to wait for who holds the store for a moment. The service holds it as long as it runs.</summary>
    private const int Patience = 2;

    /// <summary>The file itself, then what SQLite lays beside it.</summary>
    private static readonly string[] Parts = ["", "-wal", "-shm"];

    /// <summary>Copies the store as it is at this moment. The service may run meanwhile; neither waits for the other.</summary>
    /// <returns>Size of the copy in bytes.</returns>
    /// <exception cref="IOException">There is no store, or the file is there already.</exception>
    /// <exception cref="SqliteException">The store cannot be read, or the disk is full.</exception>
    public static long Write(string store, string file)
    {
        if (!File.Exists(store))
        {
            throw new FileNotFoundException($"There is no store at {store}: Storage:ConnectionString says where it is.");
        }

        if (Path.Exists(file))
        {
            throw new IOException($"{file} is there already: name a file that is not, so that no other copy is lost.");
        }

        WriteAtomically(file, unfinished =>
        {
            using var connection = Open(store);
            Ask(connection, "VACUUM INTO $file", ("$file", unfinished));
        });
        return new FileInfo(file).Length;
    }

    /// <summary>Puts a copy in the place of the store. The service must not run; what was there is kept beside it.</summary>
    /// <param name="now">Part of the name under which the store before is kept.</param>
    /// <returns>The file of the store before; null where there was none.</returns>
    /// <exception cref="InvalidDataException">The copy is damaged, of another program or of a newer NewsBot. Nothing was changed.</exception>
    /// <exception cref="IOException">The copy cannot be read, or the store is in use. Nothing was changed.</exception>
    public static string? Restore(string store, string file, DateTimeOffset now)
    {
        if (file == store)
        {
            throw new IOException($"{file} is the store itself: name a copy of it.");
        }

        var coming = store + ".restoring";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(store)!);
            File.Copy(file, coming, overwrite: true);
            Check(coming, file);
            Flush(coming);
            var kept = PreserveCurrent(store, now);
            File.Move(coming, store, overwrite: true);
            return kept;
        }
        finally
        {
            foreach (var part in PartsOf(coming))
            {
                File.Delete(part);
            }
        }
    }

    private static void Check(string coming, string file)
    {
        try
        {
            using var connection = Open(coming);
            var finding = Ask(connection, "PRAGMA quick_check(1)");
            if (finding != "ok")
            {
                throw new InvalidDataException($"{file} is damaged: {finding}.");
            }

            Ask(connection, "PRAGMA journal_mode = DELETE");
            using var db = new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite(connection).Options);
            var steps = db.Database.GetAppliedMigrations().ToList();
            if (steps.Count == 0)
            {
                throw new InvalidDataException($"{file} is a database of another program.");
            }

            if (steps.Except(db.Database.GetMigrations()).Any())
            {
                throw new InvalidDataException($"{file} was made by a newer NewsBot: use that one.");
            }
        }
        catch (SqliteException exception)
        {
            throw new InvalidDataException($"{file} is damaged or no copy of a store: {exception.Message}", exception);
        }
    }

    /// <summary>Copies the store that is there, so that it can be replaced in one step.</summary>
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

        // The store alone is replaced in one step: a log that is left beside it belongs to no other.
        foreach (var log in PartsOf(store).Skip(1))
        {
            File.Delete(log);
        }

        return kept;
    }

    /// <summary>Takes the log of a store into its file. Only the last who has it open can do so.</summary>
    private static void CheckpointWal(string store)
    {
        try
        {
            using var connection = Open(store);
            Ask(connection, "PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException exception) when (StoreErrors.IsInUse(exception))
        {
            throw new IOException($"The service, or another program, uses the store {store}: stop it first.", exception);
        }
        catch (SqliteException exception) when (StoreErrors.IsDamage(exception))
        {
            // That is a good reason to restore: what there is of it is kept as it lies.
        }
    }

    /// <summary>Makes a new file under another name, under which a failure leaves nothing, and names it when the disk has all of it.</summary>
    private static void WriteAtomically(string file, Action<string> make)
    {
        var unfinished = file + ".part";
        try
        {
            // Empty: who may not write here is told so by this, and not that the store is missing.
            File.Create(unfinished).Dispose();
            make(unfinished);
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
            DefaultTimeout = Patience,
        }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>The first value of the answer, if there is one.</summary>
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
