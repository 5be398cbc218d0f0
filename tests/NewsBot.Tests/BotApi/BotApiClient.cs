using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using NewsBot.BotApi;
using NewsBot.Hosting;
using NewsBot.Outbox.Sending;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.BotApi;

/// <summary>The adapter as the service puts it together, against a server of the test's. Its loops run only when the test starts them.</summary>
internal sealed class BotApiClient : IAsyncDisposable
{
    private static readonly TimeSpan Ample = TimeSpan.FromSeconds(20);

    private readonly ServiceProvider services;
    private readonly List<Worker> started = [];

    public BotApiClient(string apiUrl, TemporaryStore? store = null, TimeProvider? time = null, params IReadOnlyList<CommandMenu> menus)
        : this(apiUrl, store, time, [], menus)
    {
    }

    /// <param name="settings">Settings beside the token and the address.</param>
    public BotApiClient(string apiUrl, TemporaryStore? store, TimeProvider? time, Dictionary<string, string?> settings, params IReadOnlyList<CommandMenu> menus)
    {
        settings = new Dictionary<string, string?>(settings) { ["Telegram:ApiUrl"] = apiUrl };
        settings.TryAdd("Telegram:Token", FakeBotApi.Token);
        var collection = new ServiceCollection();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        collection.AddSingleton(time ?? TimeProvider.System);
        collection.AddSingleton<IHostApplicationLifetime, ApplicationLifetime>();
        collection.AddSingleton<Heartbeats>();
        collection.AddSingleton<WorkerContext>();
        collection.AddSingleton(_ => store!.Factory);
        var isOnOwnClock = time is not null; // a test that turns the clock means no request to time out, however busy the machine is
        collection.AddSingleton(_ => new BotApiTimeouts
        {
            LongPoll = TimeSpan.FromSeconds(1),
            PollMargin = isOnOwnClock ? Ample : TimeSpan.FromSeconds(1),
            Send = Patience ?? (isOnOwnClock ? Ample : TimeSpan.FromSeconds(1)),
            Connect = isOnOwnClock ? TimeSpan.FromDays(1) : TimeSpan.FromMilliseconds(700),
        });
        foreach (var menu in menus)
        {
            collection.AddSingleton(menu);
        }

        collection.AddBotApi();
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    /// <summary>What a request may take; null for what suits most tests.</summary>
    public TimeSpan? Patience { get; init; }

    public CapturedLogs Logs { get; } = new();

    public IMessenger Messenger => Get<IMessenger>();

    public IHostApplicationLifetime Lifetime => Get<IHostApplicationLifetime>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Starts one worker and tells it that the host has started.</summary>
    public async Task<TWorker> StartAsync<TWorker>()
        where TWorker : Worker
    {
        var worker = services.GetServices<IHostedService>().OfType<TWorker>().Single();
        started.Add(worker);
        await worker.StartAsync(TestContext.Current.CancellationToken);
        ((ApplicationLifetime)Lifetime).NotifyStarted();
        return worker;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var loop in started)
        {
            await loop.StopAsync(CancellationToken.None);
        }

        await services.DisposeAsync();
        Logs.Dispose();
    }
}
