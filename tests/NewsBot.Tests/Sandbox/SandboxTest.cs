using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Sandbox;

namespace NewsBot.Tests.Sandbox;

/// <summary>A Sandbox of its own for each test, on a free port and a clock that stands still until it is advanced.</summary>
public abstract class SandboxTest : IAsyncLifetime
{
    protected const long Olena = 1001;
    protected const long Ben = 1002;
    protected const long Newsroom = -2001;

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private SandboxServer? server;

    protected virtual SandboxOptions Options { get; } = new();

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));

    protected SandboxServer Server => server!;

    protected SandboxClient People => Server.Client;

    protected HttpClient Http => http;

    public async ValueTask InitializeAsync() => server = await SandboxServer.StartAsync("http://127.0.0.1:0", Options, Time);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        http.Dispose();
        await Server.DisposeAsync();
    }

    protected Uri MethodAddress(string method) => new(Server.Address, $"/bot{Options.Token}/{method}");

    /// <summary>The whole envelope, whatever the status.</summary>
    protected async Task<JsonObject> CallAsync(string method, object? arguments = null)
    {
        using var response = await http.PostAsJsonAsync(MethodAddress(method), arguments ?? new { });
        var envelope = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((int)response.StatusCode, envelope["error_code"]?.GetValue<int>() ?? 200);
        return envelope;
    }

    protected async Task<JsonNode> ResultAsync(string method, object? arguments = null)
    {
        var envelope = await CallAsync(method, arguments);
        Assert.True(envelope["ok"]!.GetValue<bool>(), envelope.ToJsonString());
        return envelope["result"]!;
    }

    /// <summary>The description of an error answer.</summary>
    protected async Task<string> RefusalAsync(string method, object? arguments = null)
    {
        var envelope = await CallAsync(method, arguments);
        Assert.False(envelope["ok"]!.GetValue<bool>(), envelope.ToJsonString());
        return envelope["description"]!.GetValue<string>();
    }

    protected async Task<JsonArray> UpdatesAsync(int offset = 0) => (await ResultAsync("getUpdates", new { offset })).AsArray();

    /// <summary>Olena presses Start, and the bot has seen it.</summary>
    protected async Task StartAsync(long person = Olena)
    {
        await People.SendTextAsync(person, "/start");
        await UpdatesAsync(-1);
        await UpdatesAsync(int.MaxValue);
    }
}
