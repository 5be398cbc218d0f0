using System.CommandLine;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.CommandLine;

/// <summary><c>newsbot backup FILE</c> and <c>newsbot restore FILE</c>.</summary>
internal static class BackupCommands
{
    private const double Megabyte = 1_000_000;

    public static Command Backup() => Create(
        "backup",
        "Copies the store into a new file and checks the copy. The service may be running.",
        "The file to create.",
        (store, file) => $"{StoreBackup.Write(store, file) / Megabyte:F1} MB of {store} copied to {file}");

    public static Command Restore() => Create(
        "restore",
        "Replaces the store with a copy, and keeps what was there. The service must not be running.",
        "A copy made by backup.",
        RestoreAlone);

    private static Command Create(string name, string description, string about, Func<string, string, string> run)
    {
        var file = new Argument<string>("FILE") { Description = about };
        var command = new Command(name, description) { file };
        command.SetAction((parsed, _) => Task.FromResult(Run(CommandTree.Overrides(parsed), Path.GetFullPath(parsed.GetValue(file)!), run)));
        return command;
    }

    private static int Run(Dictionary<string, string?> overrides, string file, Func<string, string, string> run)
    {
        var configuration = ServiceHost.Builder(overrides).Configuration;
        if (SettingsValidator.Report(SettingsValidator.Problems(configuration)))
        {
            return 1;
        }

        try
        {
            var storage = configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
            Console.WriteLine(run(storage.File, file));
            return 0;
        }
        catch (Exception exception) when (SentenceFor(exception) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            return 1;
        }
    }

    private static string RestoreAlone(string store, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(store)!);
        using var storeLock = new StoreLock(store);
        storeLock.Take();
        var kept = StoreBackup.Restore(store, file, TimeProvider.System.GetUtcNow());
        storeLock.MarkUsed();
        return kept is null ? $"{store} restored from {file}" : $"{store} restored from {file}. What was there before is kept as {kept}";
    }

    private static string? SentenceFor(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or InvalidDataException ? exception.Message : StoreErrors.Describe(exception);
}
