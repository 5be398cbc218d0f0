using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using NewsBot.Sandbox;
using NewsBot.Sandbox.SampleNews;

namespace NewsBot.Trial;

/// <summary>
/// The service with other settings: Telegram is the Sandbox, the news are the sample news, both in this process and on this machine;
/// the store is a temporary file. Nothing in the service knows of it.
/// </summary>
internal sealed partial class TrialMode : IDisposable
{
    private const int PortsTried = 50;

    private readonly DirectoryInfo folder;
    private readonly string url;
    private readonly bool portWasBusy;

    private TrialMode(DirectoryInfo folder, string url, bool portWasBusy) =>
        (this.folder, this.url, this.portWasBusy) = (folder, url, portWasBusy);

    /// <summary>The Sandbox's own token, which no Telegram knows.</summary>
    public static string Token => new SandboxOptions().Token;

    /// <summary>Adds the Sandbox to the service and the settings that lead to it.</summary>
    public static TrialMode Prepare(WebApplicationBuilder builder)
    {
        var wanted = new Uri(builder.Configuration["Web:Url"] ?? "http://127.0.0.1:8080");
        var free = FreePort(wanted);
        var trial = new TrialMode(Directory.CreateTempSubdirectory("newsbot-trial-"), $"http://127.0.0.1:{free}", free != wanted.Port);
        builder.Configuration.AddInMemoryCollection(trial.Settings());
        builder.Services.AddSandbox(new SandboxOptions()).AddSampleNews();
        return trial;
    }

    /// <summary>Puts the chat page at the root of the service's web address, and says so.</summary>
    public void Map(WebApplication application)
    {
        application.MapSandbox();
        application.MapSampleNews();
        SandboxCommand.LetReadersDecide(application.Services);
        application.Lifetime.ApplicationStarted.Register(() => Tell(application.Logger));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["Telegram:Token"] = Token,
        ["Telegram:ApiUrl"] = url,
        ["Telegram:Updates"] = "Polling",
        ["Telegram:Admins:0"] = new SandboxOptions().AdminId.ToString(CultureInfo.InvariantCulture),
        ["Web:Url"] = url,
        ["Storage:ConnectionString"] = $"Data Source={Path.Combine(folder.FullName, "newsbot.db")}",
        ["Sources:Feeds:0"] = $"{url}/news/feed.xml",
        ["Sources:MinimumInterval"] = "00:00:02",
        ["Sources:MaximumInterval"] = "00:00:04",
        ["Sources:HostSpacing"] = "00:00:00",
        ["Sources:AllowPrivateNetworks"] = "true",
        ["Subscribers:PushesPerHour"] = "1000", // news comes as fast as it can be watched
    };

    private static int FreePort(Uri wanted)
    {
        for (var port = wanted.Port; port < wanted.Port + PortsTried && port <= ushort.MaxValue; port++)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else has it: the next one.
            }
        }

        return wanted.Port;
    }

    private void Tell(ILogger logger)
    {
        if (portWasBusy)
        {
            Log.PortWasBusy(logger);
        }

        Log.Trial(logger, url);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The port of Web:Url was busy, so the next free one is taken")]
        public static partial void PortWasBusy(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message =
            "This is the trial mode, because no Telegram:Token is set. Nothing leaves this machine, and the store is deleted at the end.\n"
            + "         Open {Url} in a browser, type /subscribe NATO, and wait a few seconds for the news.\n"
            + "         With a token from @BotFather it does the same on Telegram: set Telegram__Token and start it again. Ctrl+C ends it.")]
        public static partial void Trial(ILogger logger, string url);
    }
}
