using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsBot.BotApi;
using NewsBot.CommandLine.Inspection;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;
using NewsBot.Telemetry;
using NewsBot.Trial;

namespace NewsBot.CommandLine;

/// <summary>What <c>newsbot</c> can be told on the command line. Exit codes: 0, 1 for a failure, 2 for wrong usage.</summary>
internal static class CommandTree
{
    private static readonly Option<string[]> Set = CreateSet();

    public static async Task<int> RunAsync(string[] arguments)
    {
        var root = new RootCommand("NewsBot sends the news about the topics that people follow in Telegram. Without a bot token it starts the trial mode, all of it on this machine.");
        root.Options.Add(Set);
        root.SetAction((parsed, cancellationToken) => StartAsync(Overrides(parsed), mayTry: true));
        root.Subcommands.Add(Subcommand("run", "The service. It needs Telegram:Token.", overrides => StartAsync(overrides, mayTry: false)));
        root.Subcommands.Add(Subcommand("sandbox", "A Telegram Bot API on this machine with a chat page and a sample news site, alone.", RunSandboxAsync));
        root.Subcommands.Add(Subcommand("migrate", "Brings the store up to date and ends.", MigrateAsync));
        root.Subcommands.Add(BackupCommands.Backup());
        root.Subcommands.Add(BackupCommands.Restore());
        root.Subcommands.Add(InspectCommand.Create());
        root.Subcommands.Add(SourcesListCommand.Create(UseStoreAsync));
        root.Subcommands.Add(HealthCheck.Command());
        var parsed = root.Parse(arguments);
        var isWrong = parsed.Errors.Count > 0;

        // Help that nobody asked for is a message, not a result. At SIGTERM and Ctrl+C the host stops by itself: the default timeout here
        // would cut it off after 2 s, with requests in flight.
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { Output = isWrong ? Console.Error : Console.Out, ProcessTerminationTimeout = null });
        return isWrong ? 2 : exitCode;
    }

    private static Command Subcommand(string name, string description, Func<Dictionary<string, string?>, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, cancellationToken) => run(Overrides(parsed)));
        return command;
    }

    /// <summary>The settings given by --set; of a key that is given twice, the last value.</summary>
    public static Dictionary<string, string?> Overrides(ParseResult parsed) => (parsed.GetValue(Set) ?? [])
        .Select(pair => pair.Split('=', 2))
        .GroupBy(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(setting => setting.Key, setting => (string?)setting.Last(), StringComparer.OrdinalIgnoreCase);

    private static Option<string[]> CreateSet()
    {
        var set = new Option<string[]>("--set")
        {
            Description = "Overrides a setting: --set Web:Url=http://127.0.0.1:9000. May be given several times.",
            Recursive = true,
            HelpName = "KEY=VALUE",
        };
        set.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(token => token.Value).Where(text => text.IndexOf('=', StringComparison.Ordinal) < 1))
            {
                result.AddError($"--set takes KEY=VALUE, such as Web:Url=http://127.0.0.1:9000, and its argument {SettingText.Describe(text)}.");
            }
        });
        return set;
    }

    private static async Task<int> StartAsync(Dictionary<string, string?> overrides, bool mayTry)
    {
        var builder = ServiceHost.Builder(overrides);
        var isTrial = mayTry && Telegram(builder.Configuration) is { Token: "", TokenFile: "" };
        if (isTrial && SettingsValidator.Report(SettingsValidator.Problems(builder.Configuration)))
        {
            return 1;
        }

        using var trial = isTrial ? TrialMode.Prepare(builder, overrides) : null;
        if (ReportProblems(builder.Configuration))
        {
            return 1;
        }

        await using var application = ServiceHost.Build(builder);
        trial?.Map(application);
        return await ServiceHost.RunAsync(application);
    }

    private static Task<int> MigrateAsync(Dictionary<string, string?> overrides) =>
        UseStoreAsync(overrides, services => services.GetRequiredService<StorePreparation>().PrepareAsync(), _ => Task.FromResult(0));

    private static Task<int> UseStoreAsync(ParseResult parsed, Func<NewsDb, TimeProvider, Task<int>> use) => UseStoreAsync(
        Overrides(parsed),
        services => services.GetRequiredService<StorePreparation>().PrepareBesideServiceAsync(),
        async services =>
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync();
            return await use(db, TimeProvider.System);
        });

    /// <summary>Prepares the store, which is all that this needs, and does something with it. Returns the exit code.</summary>
    private static async Task<int> UseStoreAsync(
        Dictionary<string, string?> overrides,
        Func<IServiceProvider, Task> prepare,
        Func<IServiceProvider, Task<int>> use)
    {
        var builder = ServiceHost.Builder(overrides);
        if (SettingsValidator.Report(SettingsValidator.Problems(builder.Configuration)))
        {
            return 1;
        }

        await using var application = ServiceHost.BuildStore(builder);
        var exitCode = 1;
        await ServiceHost.UseStoreAsync(application, async services =>
        {
            await prepare(services);
            exitCode = await use(services);
        });
        return exitCode;
    }

    private static async Task<int> RunSandboxAsync(Dictionary<string, string?> overrides)
    {
        var builder = ServiceHost.Builder(overrides);
        return SettingsValidator.Report(SettingsValidator.Problems(builder.Configuration)) ? 1 : await SandboxCommand.RunAsync(builder);
    }

    private static TelegramOptions Telegram(ConfigurationManager configuration) =>
        configuration.GetSection(TelegramOptions.Section).Get<TelegramOptions>() ?? new TelegramOptions();

    private static bool ReportProblems(ConfigurationManager configuration) => SettingsValidator.Report(
        [.. SettingsValidator.Problems(configuration), .. new TelegramOptionsValidator().Validate(null, Telegram(configuration)).Failures ?? []]);
}
