using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.BotApi;
using NewsBot.BotApi.Updates;
using NewsBot.BotApi.Webhooks;
using NewsBot.Commands;
using NewsBot.Hosting;
using NewsBot.Storage;
using NewsBot.Tests.BotApi;
using NewsBot.Tests.Support;
using NewsBot.Web;

namespace NewsBot.Tests.Web;

public sealed class WebhookEndpointTests : IAsyncLifetime
{
    private const string Secret = "s3cret";
    private const string Update = """{"update_id":7,"message":{"message_id":1,"date":1700000000,"chat":{"id":5,"type":"private"},"text":"hello"}}""";

    private readonly TemporaryStore store = new();
    private readonly CapturedLogs logs = new();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });
    private FakeBotApi fake = null!;
    private WebApplication service = null!;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeBotApi.StartAsync();
        service = await StartAsync("Webhook");
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await fake.DisposeAsync();
        http.Dispose();
        logs.Dispose();
        store.Dispose();
    }

    [Fact]
    public async Task An_update_is_acknowledged_when_it_is_stored_and_stored_once()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Update));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Update));
        Assert.Equal((7, Update), (Assert.Single(Stored()).UpdateId, Stored()[0].Json));
    }

    [Fact]
    public async Task A_post_that_breaks_off_half_way_is_no_error_and_stores_nothing()
    {
        var address = new Uri(service.Urls.Single());
        for (var attempt = 0; attempt < 3; attempt++)
        {
            using var caller = new TcpClient();
            await caller.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
            caller.LingerState = new LingerOption(enable: attempt > 0, seconds: 0); // closed, then twice reset
            await caller.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes($"POST {WebhookSettingsValidator.Path} HTTP/1.1\r\nHost: x\r\n{WebhookReceiver.SecretHeader}: {Secret}\r\nContent-Length: 1000\r\n\r\n{{\"update_id\""),
                TestContext.Current.CancellationToken);
        }

        Assert.Equal(HttpStatusCode.OK, await PostAsync(Update));
        Assert.Single(Stored());
        Assert.Empty(logs.At(LogLevel.Error));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("s3cre")]
    [InlineData("S3CRET")]
    public async Task A_post_without_the_secret_is_refused_and_leaves_nothing(string? secret)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(Update, secret));
        Assert.True(await PostAsync(new string('x', 10_000_000), secret) is HttpStatusCode.Unauthorized or null);
        Assert.Empty(Stored());
        Assert.Single(logs.At(LogLevel.Warning), line => line.StartsWith("1 posts to the webhook", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "it is not JSON")]
    [InlineData("hello", "it is not JSON")]
    [InlineData("""{"update_id":7,"message":{"te""", "it is not JSON")]
    [InlineData("[1]", "its update_id cannot be read")]
    [InlineData("""{"update_id":"7"}""", "its update_id cannot be read")]
    public async Task What_is_no_update_is_set_aside_once_and_acknowledged_so_that_it_does_not_come_for_ever(string body, string reason)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(body));

        var kept = Assert.Single(Stored());
        Assert.Equal((reason, null, true), (kept.SetAsideReason, kept.Json, kept.UpdateId < 0));
        Assert.NotNull(kept.HandledAt);
        Assert.Contains(logs.At(LogLevel.Warning), line => line.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ten_megabytes_are_set_aside_with_or_without_a_length(bool isChunked)
    {
        var giant = Update.Replace("hello", new string('x', 10_000_000), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(giant, Secret, isChunked));
        Assert.Equal("it is larger than 1 MiB", Assert.Single(Stored()).SetAsideReason);
        Assert.True(await PostAsync(new string('x', 40_000_000), Secret, isChunked) is HttpStatusCode.RequestEntityTooLarge or null);
        Assert.Single(Stored());
    }

    [Fact]
    public async Task A_store_in_trouble_asks_Telegram_to_repeat_and_says_so_once()
    {
        await RenameTableAsync("InboxUpdates", "Away");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(Update));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await PostAsync(Update));
        Assert.Single(logs.At(LogLevel.Error), line => line.StartsWith("An update cannot be stored", StringComparison.Ordinal));

        await RenameTableAsync("Away", "InboxUpdates");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(Update));
        Assert.Single(Stored());
    }

    [Fact]
    public async Task Only_posts_are_taken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address());
        request.Headers.Add(WebhookReceiver.SecretHeader, Secret);
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task While_updates_are_polled_there_is_no_webhook()
    {
        await service.DisposeAsync();
        service = await StartAsync("Polling");
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(Update));
    }

    private Uri Address() => new($"{service.Urls.Single()}{WebhookSettingsValidator.Path}");

    /// <summary>The answer's status; null where the service ended the connection before it had all of the body.</summary>
    private async Task<HttpStatusCode?> PostAsync(string body, string? secret = Secret, bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address()) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = isChunked;
        if (secret is not null)
        {
            request.Headers.Add(WebhookReceiver.SecretHeader, secret);
        }

        try
        {
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private async Task<WebApplication> StartAsync(string updates)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = FakeBotApi.Token,
            ["Telegram:ApiUrl"] = fake.Address,
            ["Telegram:Updates"] = updates,
            ["Telegram:WebhookUrl"] = "http://127.0.0.1/telegram/webhook",
            ["Telegram:WebhookSecret"] = Secret,
        });
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<Heartbeats>().AddSingleton<WorkerContext>().AddSingleton(store.Factory);
        builder.Services.AddBotApi();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.MapWebhook();
        await application.StartAsync(TestContext.Current.CancellationToken);
        return application;
    }

    private async Task RenameTableAsync(string from, string to)
    {
        await using var db = store.Open();
#pragma warning disable EF1002 // Names of the test's own.
        await db.Database.ExecuteSqlRawAsync($"ALTER TABLE {from} RENAME TO {to}", TestContext.Current.CancellationToken);
#pragma warning restore EF1002
    }

    private List<InboxUpdate> Stored()
    {
        using var db = store.Open();
        return [.. db.InboxUpdates.OrderBy(update => update.Id)];
    }
}
