using System.CommandLine;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.CommandLine;

/// <summary><c>newsbot backup FILE</c> and <c>newsbot restore FILE</c>: a copy of the store, and the way back.</summary>
internal static class BackupCommands
{
    private const double Megabyte = 1_000_000;

    public static Command Backup() => Create(
        "backup",
        "Copies the store into a new file. The service may run meanwhile.",
        "The file to be made.",
        (store, file) => $"{StoreBackup.Write(store, file) / Megabyte:F1} MB of {store} copied to {file}");

    public static Command Restore() => Create(
        "restore",
        "Puts a copy in the place of the store, which is kept. The service must not run.",
        "A copy that backup made.",
        (store, file) => StoreBackup.Restore(store, file, TimeProvider.System.GetUtcNow()) is { } kept
            ? $"{store} is as {file} has it. What was there before is kept as {kept}"
            : $"{store} is as {file} has it");

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
        if (SettingsValidator.Tell(SettingsValidator.Problems(configuration)))
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

    private static string? SentenceFor(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or InvalidDataException ? exception.Message : StoreErrors.Describe(exception);
}
