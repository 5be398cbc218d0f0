using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using NewsBot.BotApi;
using NewsBot.CommandLine.Inspection;
using NewsBot.Storage;
using NewsBot.Trial;

namespace NewsBot.CommandLine;

/// <summary>What <c>newsbot</c> can be told on the command line. Exit codes: 0, 1 for a failure, 2 for wrong usage.</summary>
internal static class CommandTree
{
    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "Overrides a setting: --set Web:Url=http://127.0.0.1:9000. May be given several times.",
        Recursive = true,
        HelpName = "KEY=VALUE",
    };

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

        // Help that nobody asked for is a message and no result. At SIGTERM and Ctrl+C the host ends by itself: the default timeout here
        // would cut it off after 2 s, with requests on their way.
        var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { Output = isWrong ? Console.Error : Console.Out, ProcessTerminationTimeout = null });
        return isWrong ? 2 : exitCode;
    }

    private static Command Subcommand(string name, string description, Func<Dictionary<string, string?>, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, cancellationToken) => run(Overrides(parsed)));
        return command;
    }

    /// <summary>The settings of --set.</summary>
    public static Dictionary<string, string?> Overrides(ParseResult parsed) => (parsed.GetValue(Set) ?? [])
        .Select(pair => pair.Split('=', 2))
        .GroupBy(pair => pair[0], pair => pair.ElementAtOrDefault(1), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(setting => setting.Key, setting => setting.Last(), StringComparer.OrdinalIgnoreCase);

    private static async Task<int> StartAsync(Dictionary<string, string?> overrides, bool mayTry)
    {
        var builder = ServiceHost.Builder(overrides);
        var isTrial = mayTry && Telegram(builder.Configuration) is { Token: "", TokenFile: "" };
        using var trial = isTrial ? TrialMode.Prepare(builder) : null;
        if (Refuse(builder.Configuration))
        {
            return 1;
        }

        await using var application = ServiceHost.Build(builder);
        trial?.Map(application);
        return await ServiceHost.RunAsync(application);
    }

    private static Task<int> MigrateAsync(Dictionary<string, string?> overrides) => UseStoreAsync(overrides, _ => Task.FromResult(0));

    private static Task<int> UseStoreAsync(ParseResult parsed, Func<NewsDb, TimeProvider, Task<int>> use) => UseStoreAsync(Overrides(parsed), async services =>
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync();
        return await use(db, TimeProvider.System);
    });

    /// <summary>Brings the store up to date and does something with it. Returns the exit code.</summary>
    private static async Task<int> UseStoreAsync(Dictionary<string, string?> overrides, Func<IServiceProvider, Task<int>> use)
    {
        // The store is all that this needs: no token is asked for.
        var builder = ServiceHost.Builder(overrides);
        builder.Configuration[$"{TelegramOptions.Section}:{nameof(TelegramOptions.Token)}"] = TrialMode.Token;
        if (Refuse(builder.Configuration))
        {
            return 1;
        }

        await using var application = ServiceHost.Build(builder);
        var exitCode = 1;
        await ServiceHost.UseStoreAsync(application, async services =>
        {
            await ServiceHost.MigrateAsync(services);
            exitCode = await use(services);
        });
        return exitCode;
    }

    private static async Task<int> RunSandboxAsync(Dictionary<string, string?> overrides)
    {
        var builder = ServiceHost.Builder(overrides);
        return SettingsValidator.Tell(SettingsValidator.Problems(builder.Configuration)) ? 1 : await SandboxCommand.RunAsync(builder);
    }

    private static TelegramOptions Telegram(ConfigurationManager configuration) =>
        configuration.GetSection(TelegramOptions.Section).Get<TelegramOptions>() ?? new TelegramOptions();

    private static bool Refuse(ConfigurationManager configuration) => SettingsValidator.Tell(
        [.. SettingsValidator.Problems(configuration), .. new TelegramOptionsValidator().Validate(null, Telegram(configuration)).Failures ?? []]);
}
