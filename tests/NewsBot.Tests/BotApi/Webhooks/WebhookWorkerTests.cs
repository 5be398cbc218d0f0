using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsBot.BotApi;
using NewsBot.BotApi.Webhooks;
using NewsBot.Hosting;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.BotApi.Webhooks;

[Collection("The exit code of the process")]
public sealed class WebhookWorkerTests : IAsyncLifetime
{
    private const string Url = "http://127.0.0.1:20001/telegram/webhook";

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
    private FakeBotApi fake = null!;
    private BotApiClient bot = null!;
    private string info = Info();

    public async ValueTask InitializeAsync()
    {
        fake = await FakeBotApi.StartAsync();
        fake.Answer = (http, method, _) => FakeBotApi.Ok(http, method == "getWebhookInfo" ? info : "true");
        bot = new BotApiClient(fake.Address, store, time, new Dictionary<string, string?>
        {
            ["Telegram:Updates"] = "Webhook",
            ["Telegram:WebhookUrl"] = Url,
            ["Telegram:WebhookSecret"] = "s3cret",
        });
        bot.Get<BotIdentity>().Learn(new BotAccount(1, "newsbot"));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await fake.DisposeAsync();
        store.Dispose();
        Environment.ExitCode = 0;
    }

    [Fact]
    public async Task The_webhook_is_set_once_with_its_secret_and_the_kinds_of_update_and_drops_none()
    {
        await bot.StartAsync<WebhookWorker>();
        await AdvanceUntilAsync(() => fake.Count("getWebhookInfo") >= 3);

        var question = Assert.Single(fake.Requests, request => request.Method == "setWebhook").Body;
        Assert.Equal((Url, "s3cret"), (question.GetProperty("url").GetString(), question.GetProperty("secret_token").GetString()));
        Assert.Equal(["message", "callback_query", "my_chat_member", "channel_post"], question.GetProperty("allowed_updates").EnumerateArray().Select(kind => kind.GetString()));
        Assert.Equal(20, question.GetProperty("max_connections").GetInt32());
        Assert.False(question.TryGetProperty("drop_pending_updates", out var drops) && drops.GetBoolean());
        Assert.Equal(0, fake.Count("getUpdates"));
        Assert.Single(bot.Logs.At(LogLevel.Information), line => line.StartsWith($"Telegram posts updates to {Url}", StringComparison.Ordinal));
        Assert.Null(Failure);
    }

    [Theory]
    [InlineData(400, "Bad Request: bad webhook: Failed to resolve host", "Telegram does not take Telegram:WebhookUrl: Bad Request: bad webhook: Failed to resolve host")]
    [InlineData(500, "Internal Server Error: restart", "Telegram refuses to give updates: 500")]
    public async Task Trouble_is_told_once_shown_and_waited_out(int code, string description, string expected)
    {
        fake.Answer = (http, method, _) => method == "getWebhookInfo" ? FakeBotApi.Ok(http, info)
            : fake.Count("setWebhook") < 4 ? FakeBotApi.Refuse(http, code, description) : FakeBotApi.Ok(http, "true");
        await bot.StartAsync<WebhookWorker>();
        await Eventually.HoldsAsync(() => Failure is not null);
        Assert.Contains(expected, Failure, StringComparison.Ordinal);

        await AdvanceUntilAsync(() => fake.Count("getWebhookInfo") >= 1);
        Assert.Equal(4, fake.Count("setWebhook"));
        Assert.Contains(expected, Assert.Single(bot.Logs.At(LogLevel.Warning)), StringComparison.Ordinal);
        Assert.Single(bot.Logs.At(LogLevel.Information), line => line.StartsWith("Updates are read again", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_that_fails_is_told_once_with_what_Telegram_says_until_nothing_waits_any_more()
    {
        await bot.StartAsync<WebhookWorker>();
        await AdvanceUntilAsync(() => fake.Count("getWebhookInfo") >= 1);
        info = Info(waiting: 3, failedAt: time.GetUtcNow() + TimeSpan.FromSeconds(30));
        await AdvanceUntilAsync(() => Failure is not null);
        Assert.Equal($"Telegram cannot post updates to {Url}: Wrong response from the webhook: 502 Bad Gateway", Failure);

        var asked = fake.Count("getWebhookInfo");
        await AdvanceUntilAsync(() => fake.Count("getWebhookInfo") >= asked + 3);
        info = Info(failedAt: time.GetUtcNow());
        await AdvanceUntilAsync(() => bot.Logs.At(LogLevel.Information).Any(line => line.StartsWith("Updates are read again", StringComparison.Ordinal)));
        Assert.Single(bot.Logs.At(LogLevel.Warning));
    }

    [Fact]
    public async Task A_failure_from_before_the_start_is_over()
    {
        info = Info(waiting: 3, failedAt: time.GetUtcNow() - TimeSpan.FromSeconds(10));
        await bot.StartAsync<WebhookWorker>();
        await AdvanceUntilAsync(() => fake.Count("getWebhookInfo") >= 3);
        Assert.Empty(bot.Logs.At(LogLevel.Warning));
    }

    [Fact]
    public async Task A_webhook_that_somebody_else_changed_is_set_again()
    {
        fake.Answer = (http, method, _) => FakeBotApi.Ok(http, method != "getWebhookInfo" ? "true"
            : fake.Count("setWebhook") == 1 && fake.Count("getWebhookInfo") > 1 ? """{"url":"","has_custom_certificate":false,"pending_update_count":0}"""
            : Info());
        await bot.StartAsync<WebhookWorker>();
        await AdvanceUntilAsync(() => fake.Count("setWebhook") == 2);
        Assert.Contains("Another program", Assert.Single(bot.Logs.At(LogLevel.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_is_refused_again_and_again_ends_the_service_with_one_clear_line()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, 401, "Unauthorized");
        await bot.StartAsync<WebhookWorker>();
        await AdvanceUntilAsync(() => bot.Lifetime.ApplicationStopping.IsCancellationRequested);
        Assert.Contains("Telegram:Token", Assert.Single(bot.Logs.At(LogLevel.Critical)), StringComparison.Ordinal);
        Assert.Equal(5, fake.Requests.Count);
    }

    private string? Failure => bot.Get<Heartbeats>().Last(nameof(WebhookWorker))?.Failure;

    private static string Info(int waiting = 0, DateTimeOffset? failedAt = null) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"url":"{{Url}}","has_custom_certificate":false,"pending_update_count":{{waiting}}{{(failedAt is null ? "" : $",\"last_error_date\":{failedAt.Value.ToUnixTimeSeconds()},\"last_error_message\":\"Wrong response from the webhook: 502 Bad Gateway\"")}}}""");

    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.HoldsAsync(() =>
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return condition();
    });
}
