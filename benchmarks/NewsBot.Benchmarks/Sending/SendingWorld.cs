using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NewsBot.CommandLine;
using NewsBot.Outbox;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Benchmarks.Sending;

/// <summary>A Sandbox with people, a store that knows them, and the service between the two: in this process, or in one of its own.</summary>
internal sealed class SendingWorld : IAsyncDisposable
{
    public const long FirstChat = 10_001;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-sending-");
    private WebApplication? service;

    private SendingWorld(SandboxServer sandbox) => Sandbox = sandbox;

    public SandboxServer Sandbox { get; }

    public WebApplication Service => service ?? throw new InvalidOperationException("The service was not started.");

    public Process? Process { get; private set; }

    public static async Task<SendingWorld> StartAsync(SandboxOptions options, Latency latency, int chats, bool inSandbox = true)
    {
        var world = new SendingWorld(await SandboxServer.StartAsync("http://127.0.0.1:0", options));
        await world.Sandbox.Client.SetLatencyAsync(latency);
        foreach (var some in Enumerable.Range(0, inSandbox ? chats : 0).Chunk(64))
        {
            await Task.WhenAll(some.Select(index => world.Sandbox.Client.AddPersonAsync(new NewPerson("Reader", Id: FirstChat + index, HasStarted: true))));
        }

        await using (var db = new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite($"Data Source={world.StoreFile};Pooling=False").Options))
        {
            await db.Database.MigrateAsync();
        }

        world.Do(
            $"""
            INSERT INTO "Subscribers" ("ChatId", "ThreadId", "Kind", "State", "Language", "CreatedAt", "AnnouncementsOff")
            WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < {chats})
            SELECT {FirstChat} + n, 0, 0, 0, 'en', 0, 0 FROM number
            """);
        return world;
    }

    public string StoreFile => Path.Combine(folder.FullName, "newsbot.db");

    /// <summary>Owes each of some chats so many messages.</summary>
    public void Owe(Lane lane, int chats, int each)
    {
        Do("INSERT OR IGNORE INTO \"Announcements\" (\"Id\", \"Body\", \"IsOpen\", \"RefusalsInARow\") VALUES (1, '{\"spans\":[{\"text\":\"Hello\"}],\"rows\":[]}', 1, 0)");
        var body = lane == Lane.Broadcast ? "NULL" : "'{\"spans\":[{\"text\":\"Message ' || turn.n || ' of some length, as news has, for chat ' || chat.n || '\"}],\"rows\":[]}'";
        Do(
            $"""
            INSERT INTO "Deliveries" ("ChatId", "ThreadId", "Lane", "CarriedId", "Part", "Body", "State", "Due", "Attempts", "UnknownAttempts", "CreatedAt")
            WITH RECURSIVE chat(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM chat WHERE n + 1 < {chats}),
                turn(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM turn WHERE n < {each})
            SELECT {FirstChat} + chat.n, 0, {(int)lane}, turn.n, 0, {body}, 0, 0, 0, 0, 0 FROM turn CROSS JOIN chat
            """);
    }

    public void Do(string statement)
    {
        using var store = new SqliteConnection($"Data Source={StoreFile};Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    public async Task StartServiceAsync(params (string Key, string Value)[] settings)
    {
        service = ServiceHost.Build(ServiceHost.Builder(Settings(settings)));
        service.Urls.Add("http://127.0.0.1:0");
        await service.StartAsync();
    }

    public void StartProcess(params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "newsbot.dll"), "run"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        foreach (var (key, value) in Settings(settings))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        Process = Process.Start(start)!;
        _ = Process.StandardOutput.ReadToEndAsync();
        _ = Process.StandardError.ReadToEndAsync();
    }

    /// <summary>Messages accepted a second, as the server counts them, from now on for so many seconds.</summary>
    public async Task<double> RateAsync(double seconds)
    {
        var start = Stopwatch.GetTimestamp();
        var before = (await Sandbox.Client.GetCountersAsync()).Accepted;
        await Task.Delay(TimeSpan.FromSeconds(seconds), TimeProvider.System);
        var after = (await Sandbox.Client.GetCountersAsync()).Accepted;
        return (after - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public async Task UntilAcceptedAsync(long messages)
    {
        while ((await Sandbox.Client.GetCountersAsync()).Accepted < messages)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
        {
            await service.StopAsync();
            await service.DisposeAsync();
        }

        if (Process is { HasExited: false })
        {
            Process.Kill();
            await Process.WaitForExitAsync();
        }

        Process?.Dispose();
        await Sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private Dictionary<string, string?> Settings((string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Telegram:Token"] = new SandboxOptions().Token,
            ["Telegram:ApiUrl"] = Sandbox.Address.ToString(),
            ["Storage:ConnectionString"] = $"Data Source={StoreFile}",
            ["Sources:Feeds:0"] = "http://127.0.0.1:1/feed.xml",
            ["Web:Url"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value.ToString(CultureInfo.InvariantCulture);
        }

        return all;
    }
}
