using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Tests.Storage;

public sealed class StoreBackupTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 16, 30, 5, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-tests-");

    public StoreBackupTests()
    {
        using (var db = new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite($"Data Source={Store};Pooling=False").Options))
        {
            db.Database.Migrate();
        }

        Say(Store, "PRAGMA journal_mode = WAL; CREATE TABLE Notes (Text TEXT); INSERT INTO Notes VALUES ('before')");
    }

    private string Store => Path.Combine(folder.FullName, "newsbot.db");

    private string Copy => Path.Combine(folder.FullName, "copy.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_copy_has_what_was_written_even_while_others_read_and_write()
    {
        using var writer = Open(Store);
        Say(writer, "INSERT INTO Notes VALUES ('still in the log')");
        using var unfinished = writer.BeginTransaction();
        Say(writer, "INSERT INTO Notes VALUES ('never said')", unfinished);

        var size = StoreBackup.Write(Store, Copy);

        Assert.Equal(new FileInfo(Copy).Length, size);
        Assert.Equal(["before", "still in the log"], Notes(Copy));
        Assert.Equal(["copy.db", "newsbot.db", "newsbot.db-shm", "newsbot.db-wal"], Files());
    }

    [Fact]
    public void A_damaged_store_is_not_copied_and_leaves_no_file()
    {
        Say(Store, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) INSERT INTO Notes SELECT hex(randomblob(50)) FROM n; PRAGMA wal_checkpoint(TRUNCATE)");
        using (var file = File.OpenWrite(Store))
        {
            file.Position = file.Length - (100 * 4096);
            file.Write(new byte[4096]);
        }

        var refusal = Assert.ThrowsAny<Exception>(() => StoreBackup.Write(Store, Copy));

        Assert.Contains("damaged", StoreErrors.Describe(refusal), StringComparison.Ordinal);
        Assert.DoesNotContain(Files(), file => file.StartsWith("copy", StringComparison.Ordinal));
    }

    [Fact]
    public void A_copy_and_what_a_restore_keeps_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no file modes.");
            return;
        }

        StoreBackup.Write(Store, Copy);
        File.SetUnixFileMode(Copy, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        var kept = StoreBackup.Restore(Store, Copy, Now);

        Assert.All((string[])[Store, kept!], file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(file).UnixFileMode));
    }

    [Fact]
    public void No_copy_is_made_over_another_file_or_of_nothing()
    {
        File.WriteAllText(Copy, "mine");
        Assert.Contains("is there already", Assert.Throws<IOException>(() => StoreBackup.Write(Store, Copy)).Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Copy));

        var none = Path.Combine(folder.FullName, "none.db");
        Assert.Contains("There is no store at", Assert.Throws<FileNotFoundException>(() => StoreBackup.Write(none, Path.Combine(folder.FullName, "other.db"))).Message, StringComparison.Ordinal);
        var nowhere = Path.Combine(folder.FullName, "nowhere", "copy.db");
        Assert.Contains(nowhere, Assert.Throws<DirectoryNotFoundException>(() => StoreBackup.Write(Store, nowhere)).Message, StringComparison.Ordinal);
        Assert.Equal(["copy.db", "newsbot.db"], Files());
    }

    [Fact]
    public void What_is_kept_is_not_written_over_and_the_store_is_no_copy_of_itself()
    {
        StoreBackup.Write(Store, Copy);
        var kept = StoreBackup.Restore(Store, Copy, Now);
        Say(Store, "INSERT INTO Notes VALUES ('after')");

        Assert.Throws<IOException>(() => StoreBackup.Restore(Store, Copy, Now));
        Assert.Contains("the store itself", Assert.Throws<IOException>(() => StoreBackup.Restore(Store, Store, Now)).Message, StringComparison.Ordinal);

        Assert.Equal(["before"], Notes(kept!));
        Assert.Equal(["before", "after"], Notes(Store));
        Assert.Equal(["copy.db", "newsbot.db", "newsbot.db.before-20261126-163005"], Files());
    }

    [Fact]
    public void What_was_copied_comes_back_and_what_was_there_is_kept()
    {
        StoreBackup.Write(Store, Copy);
        Say(Store, "INSERT INTO Notes VALUES ('after')");

        var kept = StoreBackup.Restore(Store, Copy, Now);

        Assert.Equal($"{Store}.before-20261126-163005", kept);
        Assert.Equal(["before"], Notes(Store));
        Assert.Equal(["before", "after"], Notes(kept!));
        Assert.Equal(["before"], Notes(Copy));
        Assert.Equal(["copy.db", "newsbot.db", "newsbot.db.before-20261126-163005"], Files());
    }

    [Fact]
    public void A_copy_becomes_the_store_where_there_is_none()
    {
        StoreBackup.Write(Store, Copy);
        var other = Path.Combine(folder.FullName, "new", "newsbot.db");
        Assert.Null(StoreBackup.Restore(other, Copy, Now));
        Assert.Equal(["before"], Notes(other));
    }

    [Fact]
    public void A_damaged_store_is_replaced_and_kept()
    {
        StoreBackup.Write(Store, Copy);
        File.WriteAllText(Store, "no database at all, and longer than the head of one: " + new string('x', 200));

        var kept = StoreBackup.Restore(Store, Copy, Now);

        Assert.Equal(["before"], Notes(Store));
        Assert.StartsWith("no database", File.ReadAllText(kept!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_is_in_use_stays()
    {
        StoreBackup.Write(Store, Copy);
        using var service = Open(Store);
        Say(service, "INSERT INTO Notes VALUES ('after')");

        var refusal = Assert.Throws<IOException>(() => StoreBackup.Restore(Store, Copy, Now));

        Assert.Contains("stop it first", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["before", "after"], Notes(Store));
        Assert.Equal(["copy.db", "newsbot.db", "newsbot.db-shm", "newsbot.db-wal"], Files());
    }

    [Theory]
    [InlineData("rubbish", "is damaged or no copy of a store")]
    [InlineData("half", "is damaged")]
    [InlineData("other", "is a database of another program")]
    [InlineData("newer", "was made by a newer NewsBot")]
    public void What_is_no_copy_of_a_store_changes_nothing(string kind, string because)
    {
        StoreBackup.Write(Store, Copy);
        switch (kind)
        {
            case "rubbish":
                File.WriteAllBytes(Copy, [.. Enumerable.Range(0, 5000).Select(number => (byte)(number * 7))]);
                break;
            case "half":
                File.WriteAllBytes(Copy, File.ReadAllBytes(Copy).AsSpan(0, (int)new FileInfo(Copy).Length / 2).ToArray());
                break;
            case "other":
                Say(Copy, "DROP TABLE __EFMigrationsHistory");
                break;
            default:
                Say(Copy, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99.0.0')");
                break;
        }

        var refusal = Assert.Throws<InvalidDataException>(() => StoreBackup.Restore(Store, Copy, Now));

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["before"], Notes(Store));
        Assert.Equal(["copy.db", "newsbot.db"], Files());
    }

    private IEnumerable<string> Files() => folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal);

    private static List<string> Notes(string file)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Text FROM Notes ORDER BY rowid";
        using var reader = command.ExecuteReader();
        var notes = new List<string>();
        while (reader.Read())
        {
            notes.Add(reader.GetString(0));
        }

        return notes;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Say(string file, string statement)
    {
        using var connection = Open(file);
        Say(connection, statement);
    }

    private static void Say(SqliteConnection connection, string statement, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }
}
