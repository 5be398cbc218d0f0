using Microsoft.Data.Sqlite;

namespace NewsBot.Storage;

/// <summary>
/// Tells an unavailable store, which recovers by itself or by the operator's hand, from a mistake in what was to be written. Work that
/// fails because of the first is retried until the store is available.
/// </summary>
internal static class StoreErrors
{
    // Primary result codes: https://www.sqlite.org/rescode.html
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>What is wrong with the store, in a sentence for the people who run it; null when the exception is about something else.</summary>
    public static string? Describe(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (SentenceFor(cause) is { } sentence)
            {
                return sentence;
            }
        }

        return null;
    }

    /// <summary>Whether someone else, in this process or another, holds the store.</summary>
    public static bool IsInUse(SqliteException exception) => exception.SqliteErrorCode is Busy or Locked;

    /// <summary>Whether the file is damaged, or never was a store.</summary>
    public static bool IsDamage(SqliteException exception) => exception.SqliteErrorCode is Corrupt or NotADatabase;

    /// <summary>The same for the first use of the store, when its folder is created too.</summary>
    public static string? DescribeAtStart(Exception exception) =>
        Describe(exception) ?? (exception is IOException or UnauthorizedAccessException or ArgumentException ? exception.Message : null);

    private static string? SentenceFor(Exception cause) => cause switch
    {
        StoreUnusableException unusable => unusable.Message,
        SqliteException sqlite => SentenceFor(sqlite),
        _ => null,
    };

    private static string? SentenceFor(SqliteException exception) => exception.SqliteErrorCode switch
    {
        Busy or Locked => "The store is locked by another process.",
        Full => "The disk is full: nothing can be written to the store.",
        ReadOnly => "The store cannot be written: its file or folder is read-only for NewsBot.",
        CannotOpen => "The store cannot be opened: its file is missing, or NewsBot has no permission for it or its folder.",
        InputOutput => $"The disk fails to read or write the store (SQLite code {exception.SqliteExtendedErrorCode}).",
        Corrupt or NotADatabase => "The store is damaged, or its file is no SQLite database: restore a copy (newsbot restore FILE).",
        _ => null,
    };
}
