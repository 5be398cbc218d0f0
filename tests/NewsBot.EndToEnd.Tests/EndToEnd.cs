using Microsoft.EntityFrameworkCore;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.EndToEnd.Tests;

/// <summary>A Sandbox, a newsroom and a store that outlive the bot's processes of one test.</summary>
internal sealed class EndToEnd : IAsyncDisposable
{
    /// <summary>The Sandbox's people.</summary>
    public const long Olena = 1001;

    public const long Ben = 1002;

    /// <summary>What Telegram's posts to the webhook carry.</summary>
    public const string WebhookSecret = "a-secret_of_the_tests-own";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-end-to-end-");

    private readonly UpdatesBy updates;
    private readonly int port = FreePort.Next();

    private EndToEnd(UpdatesBy updates, SandboxServer sandbox, Newsroom newsroom, TimeSpan limit) =>
        (this.updates, Sandbox, Newsroom, Limit) = (updates, sandbox, newsroom, new CancellationTokenSource(limit).Token);

    public SandboxServer Sandbox { get; }

    public Newsroom Newsroom { get; }

    /// <summary>The store's folder: its file and what SQLite puts beside it.</summary>
    public string Folder => folder.FullName;

    public string StoreFile => Path.Combine(folder.FullName, "newsbot.db");

    /// <summary>A hang limit, and no figure.</summary>
    public CancellationToken Limit { get; }

    /// <summary>Where the bot's own web server listens.</summary>
    public Uri BotAddress => new($"http://127.0.0.1:{port}");

    /// <summary>Every setting of a bot that lives in this world.</summary>
    public IReadOnlyDictionary<string, string?> Settings => SettingsFor(updates);

    /// <summary>Where updates are posted when they come by webhook.</summary>
    public Uri Webhook => new(BotAddress, "/telegram/webhook");

    /// <summary>The settings of a bot that gets its updates by the other way than this world's others.</summary>
    public IReadOnlyDictionary<string, string?> SettingsFor(UpdatesBy way) => new Dictionary<string, string?>
    {
        ["Telegram:Token"] = new SandboxOptions().Token,
        ["Telegram:ApiUrl"] = Sandbox.Address.ToString(),
        ["Telegram:Admins:0"] = "1001",
        ["Telegram:Updates"] = way.ToString(),
        ["Telegram:WebhookUrl"] = Webhook.ToString(),
        ["Telegram:WebhookSecret"] = WebhookSecret,
        ["Web:Url"] = BotAddress.ToString(),
        ["Storage:ConnectionString"] = $"Data Source={StoreFile}",
        ["Sources:Feeds:0"] = Newsroom.Feed.ToString(),
        ["Sources:MinimumInterval"] = "00:00:01",
        ["Sources:MaximumInterval"] = "00:00:01",
        ["Sources:HostSpacing"] = "00:00:00",
        ["Sources:AllowPrivateNetworks"] = "true",
        ["Subscribers:PushesPerHour"] = "1000",
        ["Commands:PerMinutePerPerson"] = "100000",
        ["Commands:PerMinutePerChat"] = "100000",
    };

    public static async Task<EndToEnd> StartAsync(UpdatesBy updates = UpdatesBy.Polling, SandboxOptions? options = null, TimeSpan? limit = null) => new(
        updates,
        await SandboxServer.StartAsync("http://127.0.0.1:0", options),
        await Newsroom.StartAsync(),
        limit ?? TimeSpan.FromMinutes(5));

    /// <summary>A bot that has taken in what the feed holds now.</summary>
    public async Task<BotProcess> StartBotAsync(params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(Settings);
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var bot = BotProcess.Start(["run"], all);
        await Newsroom.PolledAsync(2, Limit);
        return bot;
    }

    public async Task<MessageView> AskAsync(long person, string text)
    {
        var asked = await Sandbox.Client.SendTextAsync(person, text, Limit);
        return await Sandbox.Client.WaitForMessageAsync(person, message => message.IsByBot && message.MessageId > asked.MessageId, Limit);
    }

    public Task<MessageView> WaitForPushAsync(long person, string title) =>
        Sandbox.Client.WaitForMessageAsync(person, message => message.IsByBot && message.Text.StartsWith(title, StringComparison.Ordinal), Limit);

    /// <summary>The pushes that a person has: messages of the bot's with a button that tells why.</summary>
    public async Task<IReadOnlyList<MessageView>> PushesAsync(long person) =>
        [.. (await Sandbox.Client.GetMessagesAsync(person, Limit)).Where(message =>
            message.IsByBot && message.Buttons.SelectMany(row => row).Any(button => button.Data?.StartsWith("why:", StringComparison.Ordinal) == true))];

    /// <summary>Returns when every fault that was added has met its calls.</summary>
    public async Task HasMetFaultsAsync()
    {
        while ((await Sandbox.Client.GetFaultsAsync(Limit)).Count > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Limit);
        }
    }

    /// <summary>Returns when Telegram keeps no update for the bot any more.</summary>
    public async Task HasAcknowledgedUpdatesAsync()
    {
        while (await Sandbox.Client.CountUpdatesAsync(Limit) > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Limit);
        }
    }

    /// <summary>Looks into the bot's store while it runs.</summary>
    public async Task<T> ReadAsync<T>(Func<NewsDb, Task<T>> read)
    {
        await using var db = new SqliteNewsDb(new DbContextOptionsBuilder<SqliteNewsDb>().UseSqlite($"Data Source={StoreFile};Pooling=False").Options);
        return await read(db);
    }

    /// <summary>Returns when the condition holds in the bot's store.</summary>
    public async Task UntilAsync(Func<NewsDb, Task<bool>> condition)
    {
        while (!await ReadAsync(condition))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Limit);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Newsroom.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
