namespace NewsBot.Storage.Sqlite;

/// <summary>
/// Keeps a second service away from a store: a file beside it that is locked for as long as this process lives. The operating system
/// releases the lock however the process ends. The file stays: deleting it would let two processes lock two files of one name.
/// </summary>
/// <param name="store">Full path of the store's file, whose folder exists when the lock is taken.</param>
internal sealed class StoreLock(string store) : IDisposable
{
    // How .NET reports a lock that another process holds: EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    private FileStream? file;

    /// <summary>Whether a service has used this store before, so that its file must exist.</summary>
    public bool WasUsed => file is { Length: > 0 };

    /// <summary>Returns false when another process holds the lock.</summary>
    /// <exception cref="IOException">The file cannot be created.</exception>
    public bool TryTake()
    {
        try
        {
            file ??= OwnerOnlyFile.Open($"{store}.lock", FileMode.OpenOrCreate, FileShare.None);
            return true;
        }
        catch (IOException exception) when (HeldByAnother.Contains(exception.HResult))
        {
            return false;
        }
    }

    /// <exception cref="StoreUnusableException">Another process holds the lock.</exception>
    public void Take()
    {
        if (!TryTake())
        {
            throw new StoreUnusableException($"Another NewsBot uses the store {store}: stop it first, or give this one a store of its own (Storage:ConnectionString).");
        }
    }

    /// <summary>Records that the store exists from now on.</summary>
    public void MarkUsed()
    {
        if (file is { Length: 0 })
        {
            file.Write("in use"u8);
            file.Flush(flushToDisk: true);
        }
    }

    public void Dispose() => file?.Dispose();
}
