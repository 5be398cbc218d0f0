using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.BotApi;
using NewsBot.BotApi.Updates;
using NewsBot.Broadcasts;
using NewsBot.Commands;
using NewsBot.Commands.Sourcing;
using NewsBot.Fetching;
using NewsBot.Hosting;
using NewsBot.Intake;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Stories;
using NewsBot.Subscribers;
using NewsBot.Summaries;
using NewsBot.Topics;
using NewsBot.Web;

namespace NewsBot.CommandLine;

/// <summary>Puts the service together. It is the same with a real token and in the trial mode: the settings differ.</summary>
internal static partial class ServiceHost
{
    // Containers are killed 10 s after they were told to stop, unless told otherwise: the end itself takes a moment too.
    private static readonly TimeSpan ShutdownLimit = TimeSpan.FromSeconds(8);

    /// <summary>The settings: appsettings.json beside the program, then the environment, then <paramref name="overrides"/>.</summary>
    public static WebApplicationBuilder Builder(IEnumerable<KeyValuePair<string, string?>> overrides)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(overrides);
        builder.Logging.ClearProviders().AddConsole(console => console.FormatterName = ConsoleLogFormatter.FormatterName)
            .AddConsoleFormatter<ConsoleLogFormatter, ConsoleFormatterOptions>();
        builder.Services.AddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>The service itself, without a web address.</summary>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownLimit);
        Bind<SendLimits>(services, SendLimits.Section);
        Bind<RoleOptions>(services, RoleOptions.Section);
        Bind<StorageOptions>(services, StorageOptions.Section);
        Bind<SourceOptions>(services, SourceOptions.Section);
        Bind<SummaryOptions>(services, SummaryOptions.Section);
        Bind<SubscriberOptions>(services, SubscriberOptions.Section);
        Bind<BroadcastOptions>(services, BroadcastOptions.Section);
        Bind<WebOptions>(services, WebOptions.Section);
        services.AddStorage().AddWorkers().AddSources().AddArticles().AddStories().AddIntake().AddTopics().AddSummaries().AddOutbox().AddBroadcasts().AddCommands().AddBotApi();
        services.AddHostedService<UpdateHandlingWorker>();
        services.AddHostedService<DiscoveryWorker>();
        services.AddHostedService<ImportWorker>();
        services.AddSingleton<Func<Uri, CancellationToken, Task<FetchOutcome>>>(provider =>
        {
            var fetcher = provider.GetRequiredService<Fetcher>();
            return (address, cancellationToken) => fetcher.GetAsync(new FetchRequest(address), cancellationToken);
        });
        services.AddSingleton(provider => CommandMenuFactory.Of(
            provider.GetServices<ICommand>(),
            provider.GetRequiredService<IOptions<RoleOptions>>().Value));
        var application = builder.Build();
        application.MapHealth();
        application.MapWebhook();
        return application;
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

    /// <summary>Does what needs the store at the start. Returns false, and has said why in one sentence, when the store cannot be used.</summary>
    public static async Task<bool> UseStoreAsync(WebApplication application, Func<IServiceProvider, Task> use)
    {
        try
        {
            await use(application.Services);
            return true;
        }
        catch (Exception exception) when (StoreErrors.DescribeAtStart(exception) is not null)
        {
            var storage = application.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
            Log.NoStore(application.Logger, storage.ConnectionString, StoreErrors.DescribeAtStart(exception)!);
            return false;
        }
    }

    /// <summary>Brings the store up to date, and fills it with sources once.</summary>
    public static async Task PrepareAsync(IServiceProvider services)
    {
        await MigrateAsync(services);
        await services.GetRequiredService<HostBackoff>().LoadAsync(CancellationToken.None);
        await services.GetRequiredService<SourceSeeder>().SeedAsync(CancellationToken.None);
    }

    /// <summary>Applies the migrations that the store lacks.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        var file = services.GetRequiredService<IOptions<StorageOptions>>().Value.PrepareFile();
        await using var db = await services.GetRequiredService<IDbContextFactory<NewsDb>>().CreateDbContextAsync();
        var pending = (await db.Database.GetPendingMigrationsAsync()).Count();
        await db.ClearStaleMigrationLockAsync();
        await db.Database.MigrateAsync();
        Log.Store(services.GetRequiredService<ILogger<StorageOptions>>(), file, pending);
    }

    private static void Bind<TOptions>(IServiceCollection services, string section)
        where TOptions : class => services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message = "The port of Web:Url ({Url}) is in use by another program: end that one, or give Web:Url another port")]
        public static partial void PortIsBusy(ILogger logger, string url);

        [LoggerMessage(Level = LogLevel.Critical, Message = "NewsBot does not start, because of its store (Storage:ConnectionString is {Store}). {Why}")]
        public static partial void NoStore(ILogger logger, string store, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "The store is {File} ({Count} migrations applied)")]
        public static partial void Store(ILogger logger, string file, int count);

        [LoggerMessage(Level = LogLevel.Information, Message = "NewsBot listens on {Url}: /healthz and /readyz tell how it is")]
        public static partial void Listening(ILogger logger, string url);
    }
}
