using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace NewsBot.Storage.Sqlite;

/// <summary>Whether a store's file is complete and undamaged. For a store that nobody in this process has open.</summary>
internal static class StoreIntegrity
{
    // https://www.sqlite.org/fileformat.html#the_database_header
    private const int HeaderSize = 100;
    private const int PageSizeOffset = 16;
    private const int PageCountOffset = 28;
    private const int LargestPageSize = 65_536;

    private const string WhatToDo = "Restore a copy (newsbot restore FILE)";

    /// <summary>Checks that a store which was used before is still there and has not been cut short.</summary>
    /// <exception cref="StoreUnusableException">It is missing, empty or shorter than it says.</exception>
    public static void CheckFile(string store, bool wasUsed)
    {
        var length = new FileInfo(store) is { Exists: true } file ? file.Length : 0;
        if (wasUsed && length == 0)
        {
            throw new StoreUnusableException(
                $"The store {store} is {(File.Exists(store) ? "empty" : "gone")}, though NewsBot has used it before. {WhatToDo}, or delete {store}.lock to begin with an empty store.");
        }

        if (length >= HeaderSize && StatedLength(store) is { } stated && length < stated)
        {
            throw new StoreUnusableException($"The store {store} is damaged: it has {length} bytes and should have {stated}. {WhatToDo}.");
        }
    }

    /// <summary>Reads the whole store once, within seconds for a gigabyte. Returns what is wrong, in a sentence, or null.</summary>
    /// <exception cref="SqliteException">The file cannot be opened, or is too damaged to be checked.</exception>
    public static string? QuickCheck(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return command.ExecuteScalar() is string finding and not "ok"
            ? $"The store is damaged ({finding.ReplaceLineEndings(" ")}). {WhatToDo}."
            : null;
    }

    /// <summary>The size that the header states; null where it cannot be read, which SQLite reports better.</summary>
    private static long? StatedLength(string store)
    {
        var header = new byte[HeaderSize];
        try
        {
            using var file = File.OpenHandle(store, share: FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.Read(file, header, 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(PageSizeOffset));
        return header.AsSpan().StartsWith("SQLite format 3\0"u8)
            ? (pageSize == 1 ? LargestPageSize : pageSize) * (long)BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(PageCountOffset))
            : null;
    }
}
