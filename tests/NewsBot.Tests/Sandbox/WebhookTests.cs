using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Tests.Sandbox;

public sealed class WebhookTests : SandboxTest
{
    private readonly ConcurrentQueue<(string Secret, string Text)> received = new();

    [Fact]
    public async Task Updates_are_posted_in_order_with_the_secret_and_again_until_taken()
    {
        var refusals = 2;
        await using var bot = await ListenAsync(() => refusals-- > 0 ? 500 : 200);
        await People.SendTextAsync(Olena, "one");
        await ResultAsync("setWebhook", new { url = Address(bot), secret_token = "s3cret" });
        await People.SendTextAsync(Olena, "two");

        await UntilAsync(() => received.Count == 4);

        Assert.Equal(["one", "one", "one", "two"], received.Select(post => post.Text));
        Assert.All(received, post => Assert.Equal("s3cret", post.Secret));
        await UntilAsync(async () => await People.CountUpdatesAsync() == 0);
        Assert.StartsWith("Wrong response from the webhook: 500", $"{(await ResultAsync("getWebhookInfo"))["last_error_message"]}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polling_and_a_webhook_exclude_each_other()
    {
        await using var bot = await ListenAsync(() => 200);

        Assert.Equal("Webhook was set", (await CallAsync("setWebhook", new { url = Address(bot) }))["description"]!.GetValue<string>());
        Assert.Equal("Webhook is already set", (await CallAsync("setWebhook", new { url = Address(bot) }))["description"]!.GetValue<string>());
        Assert.Equal(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            await RefusalAsync("getUpdates"));
        Assert.Equal("Webhook was deleted", (await CallAsync("deleteWebhook"))["description"]!.GetValue<string>());
        Assert.Equal("Webhook is already deleted", (await CallAsync("deleteWebhook"))["description"]!.GetValue<string>());
        Assert.Empty(await UpdatesAsync());
    }

    [Theory]
    [InlineData("https://bot.example/hook", null, "bad webhook: the Sandbox delivers to this machine alone")]
    [InlineData("hook", null, "invalid webhook URL specified")]
    [InlineData("http://127.0.0.1/hook", "a b", "secret token contains unallowed characters")]
    public async Task A_webhook_elsewhere_is_refused(string url, string? secret, string why) =>
        Assert.Equal($"Bad Request: {why}", await RefusalAsync("setWebhook", new { url, secret_token = secret }));

    private async Task<WebApplication> ListenAsync(Func<int> status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var bot = builder.Build();
        bot.Urls.Add("http://127.0.0.1:0");
        bot.MapPost("/hook", async (HttpRequest request) =>
        {
            var update = (await request.ReadFromJsonAsync<JsonObject>())!;
            received.Enqueue((request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString(), $"{update["message"]!["text"]}"));
            return Results.StatusCode(status());
        });
        await bot.StartAsync();
        return bot;
    }

    private static string Address(WebApplication bot) => $"{bot.Urls.Single()}/hook";

    private Task UntilAsync(Func<bool> holds) => UntilAsync(() => Task.FromResult(holds()));

    // The pauses between tries are on the clock that stands still, so waiting moves it.
    private async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }
}
