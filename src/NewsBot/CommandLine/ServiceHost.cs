using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.BotApi;
using NewsBot.Broadcasts;
using NewsBot.Commands;
using NewsBot.Fetching;
using NewsBot.Hosting;
using NewsBot.Intake;
using NewsBot.Outbox;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;
using NewsBot.Stories;
using NewsBot.Subscribers;
using NewsBot.Summaries;
using NewsBot.Topics;
using NewsBot.Web;

namespace NewsBot.CommandLine;

/// <summary>The composition root. With a real token and in trial mode it is the same; only the settings differ.</summary>
internal static partial class ServiceHost
{
    // Containers are killed 10 s after they were told to stop by default, and ending the process takes a moment too.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(8);

    /// <summary>The settings: appsettings.json beside the program, then the environment, then <paramref name="overrides"/>.</summary>
    public static WebApplicationBuilder Builder(IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(overrides);
        builder.Logging.ClearProviders().AddConsole(console => console.FormatterName ??= ConsoleLogFormatter.FormatterName)
            .AddConsoleFormatter<ConsoleLogFormatter, ConsoleFormatterOptions>();
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>The service itself, without a web address.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        AddService(builder.Services);
        var application = builder.Build();
        application.MapHealth();
        application.MapWebhook();
        return application;
    }

    /// <summary>The store alone, for commands that use nothing else.</summary>
    public static WebApplication BuildStore(WebApplicationBuilder builder)
    {
        builder.Services.AddStorage();
        return builder.Build();
    }

    /// <summary>Prepares the store, and runs until it is told to stop. Returns the exit code.</summary>
    public static async Task<int> RunAsync(WebApplication application)
    {
        var web = application.Services.GetRequiredService<IOptions<WebOptions>>().Value;
        if (!await UseStoreAsync(application, PrepareAsync))
        {
            return 1;
        }

        Log.Listening(application.Logger, web.Url);
        return await ServeAsync(application, web.Url);
    }

    /// <summary>Runs until it is told to stop. Returns the exit code.</summary>
    public static async Task<int> ServeAsync(WebApplication application, string url)
    {
        application.Urls.Add(url);
        try
        {
            await application.RunAsync();
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            Log.PortIsBusy(application.Logger, url);
            return 1;
        }

        return Environment.ExitCode;
    }

    /// <summary>Uses the store at the start. Returns false, and has logged why in one sentence, when it cannot be used.</summary>
    public static async Task<bool> UseStoreAsync(WebApplication application, Func<IServiceProvider, Task> use)
    {
        try
        {
            await use(application.Services);
            return true;
        }
        catch (Exception exception) when (StoreErrors.DescribeAtStart(exception) is not null)
        {
            // The file and not the connection string, which may hold a password.
            var storage = application.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
            Log.NoStore(application.Logger, storage.File, StoreErrors.DescribeAtStart(exception)!);
            return false;
        }
    }

    /// <summary>Prepares the store, and seeds an empty one with sources.</summary>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        await services.GetRequiredService<StorePreparation>().PrepareAsync();
        await services.GetRequiredService<HostBackoff>().LoadAsync(CancellationToken.None);
        await services.GetRequiredService<SourceSeeder>().SeedAsync(CancellationToken.None);
    }

    private static void AddService(IServiceCollection services)
    {
        services.AddStorage().AddWorkers().AddWeb().AddSubscribers().AddSources().AddArticles().AddStories().AddIntake().AddTopics().AddSummaries()
            .AddOutbox().AddBroadcasts().AddCommands().AddBotApi().AddUpdateHandling().AddWorker<StoreCheckWorker>();
        services.AddSingleton<Func<Uri, CancellationToken, Task<FetchOutcome>>>(provider =>
        {
            var fetcher = provider.GetRequiredService<Fetcher>();
            return (address, cancellationToken) => fetcher.GetAsync(new FetchRequest(address), cancellationToken);
        });
        services.AddSingleton(provider => CommandMenuFactory.Of(
            provider.GetServices<ICommand>(),
            provider.GetRequiredService<IOptions<RoleOptions>>().Value));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message = "Another program uses the port of Web:Url ({Url}): stop it, or set Web:Url to another port")]
        public static partial void PortIsBusy(ILogger logger, string url);

        [LoggerMessage(Level = LogLevel.Critical, Message = "NewsBot cannot use its store {File}. {Why}")]
        public static partial void NoStore(ILogger logger, string file, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "NewsBot listens on {Url} (health: /healthz and /readyz)")]
        public static partial void Listening(ILogger logger, string url);
    }
}
