using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;

namespace NewsBot.EndToEnd.Tests;

/// <summary>A Sandbox, a newsroom and a store that outlive the bot's processes of one test.</summary>
internal sealed class EndToEnd : IAsyncDisposable
{
    /// <summary>The Sandbox's people.</summary>
    public const long Olena = 1001;

    public const long Ben = 1002;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("newsbot-end-to-end-");

    private EndToEnd(SandboxServer sandbox, Newsroom newsroom) => (Sandbox, Newsroom) = (sandbox, newsroom);

    public SandboxServer Sandbox { get; }

    public Newsroom Newsroom { get; }

    public string StoreFile => Path.Combine(folder.FullName, "newsbot.db");

    /// <summary>A hang limit, and no figure.</summary>
    public CancellationToken Limit { get; private init; } = new CancellationTokenSource(TimeSpan.FromMinutes(2)).Token;

    public static async Task<EndToEnd> StartAsync(SandboxOptions? options = null) =>
        new(await SandboxServer.StartAsync("http://127.0.0.1:0", options), await Newsroom.StartAsync());

    /// <summary>A world for thousands of messages, which a busy machine takes minutes for.</summary>
    public static async Task<EndToEnd> StartLargeAsync(SandboxOptions options) =>
        new(await SandboxServer.StartAsync("http://127.0.0.1:0", options), await Newsroom.StartAsync())
        {
            Limit = new CancellationTokenSource(TimeSpan.FromMinutes(8)).Token,
        };

    /// <summary>A bot that has taken in what the feed holds now.</summary>
    public async Task<BotProcess> StartBotAsync(params (string Key, string Value)[] settings)
    {
        var bot = BotProcess.Start(Sandbox, Newsroom, StoreFile, settings);
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

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        await Newsroom.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
