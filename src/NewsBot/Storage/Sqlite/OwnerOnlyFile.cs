namespace NewsBot.Storage.Sqlite;

/// <summary>Files that only their owner may read and write (mode 0600): the store has people's topics and chats in it.</summary>
internal static class OwnerOnlyFile
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file, and creates it for its owner alone if it is missing.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Mode;
        }

        return new FileStream(path, options);
    }

    /// <summary>Takes every right of others away from a file, and none from its owner.</summary>
    public static void Restrict(string path)
    {
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && mode != (mode & Mode))
        {
            File.SetUnixFileMode(path, mode & Mode);
        }
    }
}
