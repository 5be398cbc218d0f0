using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using NewsBot.Sandbox;
using NewsBot.Sandbox.SampleNews;
using NewsBot.Web;

namespace NewsBot.Trial;

/// <summary>
/// The service with other settings: Telegram is the Sandbox, the news is the sample news, both in this process; the store is a temporary
/// file. Nothing in the service knows of it.
/// </summary>
internal sealed partial class TrialMode : IDisposable
{
    private const int MaxPortsTried = 50;

    private static readonly string[] AllAddresses = ["+", "*", "0.0.0.0", "[::]"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-trial-");
    private readonly string url;
    private readonly bool portWasBusy;

    private TrialMode(string url, bool portWasBusy) => (this.url, this.portWasBusy) = (url, portWasBusy);

    /// <summary>Adds the Sandbox to the service, and the settings that lead to it.</summary>
    /// <param name="overrides">The settings of --set, which are stronger than those of the trial mode; these are stronger than all others.</param>
    public static TrialMode Prepare(WebApplicationBuilder builder, IReadOnlyDictionary<string, string?> overrides)
    {
        var web = builder.Configuration.GetSection(WebOptions.Section).Get<WebOptions>() ?? new WebOptions();
        var wanted = BindingAddress.Parse(web.Url);

        // A container's port is published as it is, and by the engine's own address: it cannot be another one or loopback's.
        var isPublished = builder.Configuration.GetValue<bool>("DOTNET_RUNNING_IN_CONTAINER") && AllAddresses.Contains(wanted.Host);
        var port = isPublished ? wanted.Port : FreePort(wanted.Port);
        var trial = new TrialMode($"http://127.0.0.1:{port}", port != wanted.Port);
        builder.Configuration
            .AddInMemoryCollection(trial.Settings())
            .AddInMemoryCollection(overrides)
            .AddInMemoryCollection([new("Web:Url", isPublished ? web.Url : trial.url)]);
        builder.Services
            .AddSandbox(new SandboxOptions { IsBehindPublishedPort = isPublished, WebhookOrigin = new Uri(trial.url) })
            .AddSampleNews();
        return trial;
    }

    /// <summary>Puts the chat page at the root of the service's web address, and logs where it is.</summary>
    public void Map(WebApplication application)
    {
        application.MapSandbox();
        application.MapSampleNews();
        SandboxCommand.PublishWhatReadersType(application.Services);
        application.Lifetime.ApplicationStarted.Register(() => Announce(application.Logger));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["Telegram:Token"] = new SandboxOptions().Token,
        ["Telegram:ApiUrl"] = url,
        ["Telegram:Updates"] = "Polling",
        ["Telegram:Admins:0"] = new SandboxOptions().AdminId.ToString(CultureInfo.InvariantCulture),
        ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "newsbot.db")}",
        ["Sources:Feeds:0"] = $"{url}/news/feed.xml",
        ["Sources:MinimumInterval"] = "00:00:02",
        ["Sources:MaximumInterval"] = "00:00:04",
        ["Sources:HostSpacing"] = "00:00:00",
        ["Sources:AllowPrivateNetworks"] = "true",
        ["Subscribers:PushesPerHour"] = "1000", // news comes as fast as it can be watched
    };

    private static int FreePort(int wanted)
    {
        for (var port = wanted; port < wanted + MaxPortsTried && port <= ushort.MaxValue; port++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken: try the next one.
            }
        }

        return wanted;
    }

    private void Announce(ILogger logger)
    {
        if (portWasBusy)
        {
            Log.PortWasBusy(logger);
        }

        Log.Trial(logger, url);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The port of Web:Url is in use, so the next free one is used")]
        public static partial void PortWasBusy(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message =
            "Trial mode, because no Telegram:Token is set. Nothing leaves this machine, and everything is deleted when you press Ctrl+C.\n"
            + "    Open {Url} in a browser, type /subscribe NATO, and wait a few seconds for the first story.\n"
            + "    To use it on Telegram, get a token from @BotFather, set Telegram__Token and start NewsBot again.")]
        public static partial void Trial(ILogger logger, string url);
    }
}
