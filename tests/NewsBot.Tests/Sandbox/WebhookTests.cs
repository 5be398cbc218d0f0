using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Sandbox;

namespace NewsBot.Tests.Sandbox;

public sealed class WebhookTests : SandboxTest
{
    private readonly ConcurrentQueue<(string Secret, string Text)> received = new();

    [Fact]
    public async Task Updates_are_posted_in_order_with_the_secret_and_again_until_taken()
    {
        var refusals = 2;
        await using var bot = await ListenAsync(_ => Results.StatusCode(refusals-- > 0 ? 500 : 200));
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
    public async Task A_Sandbox_that_belongs_to_one_service_posts_to_no_other()
    {
        await using var own = await SandboxServer.StartAsync("http://127.0.0.1:0", new SandboxOptions { WebhookOrigin = new Uri("http://127.0.0.1:8080") });

        Assert.Contains("\"ok\":true", await SetAsync("http://127.0.0.1:8080/telegram/webhook"), StringComparison.Ordinal);
        foreach (var other in (string[])["http://127.0.0.1:8081/telegram/webhook", "http://localhost:8080/telegram/webhook", "https://127.0.0.1:8080/telegram/webhook", "http://127.0.0.1:8080@127.0.0.1:22/"])
        {
            Assert.Contains("\"error_code\":400", await SetAsync(other), StringComparison.Ordinal);
        }

        async Task<string> SetAsync(string target)
        {
            using var answer = await Http.GetAsync(new Uri(own.Address, $"/bot{Options.Token}/setWebhook?url={Uri.EscapeDataString(target)}"), TestContext.Current.CancellationToken);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Polling_and_a_webhook_exclude_each_other()
    {
        await using var bot = await ListenAsync(_ => Results.Ok());

        Assert.Equal("Webhook was set", (await CallAsync("setWebhook", new { url = Address(bot) }))["description"]!.GetValue<string>());
        Assert.Equal("Webhook is already set", (await CallAsync("setWebhook", new { url = Address(bot) }))["description"]!.GetValue<string>());
        Assert.Equal(
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
            await RefusalAsync("getUpdates"));
        Assert.Equal("Webhook was deleted", (await CallAsync("deleteWebhook"))["description"]!.GetValue<string>());
        Assert.Equal("Webhook is already deleted", (await CallAsync("deleteWebhook"))["description"]!.GetValue<string>());
        Assert.Empty(await UpdatesAsync());
    }

    [Fact]
    public async Task One_update_of_a_chat_is_on_its_way_at_a_time_and_other_chats_do_not_wait_for_it()
    {
        TaskCompletionSource held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var bot = await ListenAsync(async text =>
        {
            await (text == "slow" ? held.Task : Task.CompletedTask);
            return Results.Ok();
        });
        await ResultAsync("setWebhook", new { url = Address(bot) });
        await People.SendTextAsync(Olena, "slow");
        await People.SendTextAsync(Olena, "behind it");
        await UntilAsync(() => received.Count == 1);
        await People.SendTextAsync(Ben, "elsewhere");
        await UntilAsync(() => received.Count == 2);
        Assert.Equal(["slow", "elsewhere"], received.Select(post => post.Text));
        await UntilAsync(async () => (await ResultAsync("getWebhookInfo"))["pending_update_count"]!.GetValue<int>() == 2);

        held.SetResult();
        await UntilAsync(() => received.Count == 3);
        Assert.Equal("behind it", received.Last().Text);
    }

    [Fact]
    public async Task The_pause_doubles_and_a_bot_that_names_one_is_obeyed()
    {
        List<DateTimeOffset> at = [];
        await using var bot = await ListenAsync(context =>
        {
            at.Add(Time.GetUtcNow());
            context.Response.Headers.RetryAfter = at.Count == 4 ? "300" : default;
            return Results.StatusCode(at.Count < 6 ? 503 : 200);
        });
        await ResultAsync("setWebhook", new { url = Address(bot) });
        await People.SendTextAsync(Olena, "one");
        await UntilAsync(() => received.Count == 6);

        // The clock goes in steps of a second while it is waited, so a pause may be seen longer, never shorter.
        var pauses = at.Zip(at.Skip(1), (before, after) => (after - before).TotalSeconds).ToList();
        Assert.All(pauses.Zip((int[])[1, 2, 4, 300, 16]), pair => Assert.True(pair.First >= pair.Second, string.Join(' ', pauses)));
        var info = await ResultAsync("getWebhookInfo");
        Assert.Equal("Wrong response from the webhook: 503 Service Unavailable", $"{info["last_error_message"]}");
        Assert.True(info["last_error_date"]!.GetValue<long>() >= at[4].ToUnixTimeSeconds());
        Assert.Equal(40, info["max_connections"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_bot_that_says_410_for_23_hours_loses_its_webhook_and_no_update()
    {
        await using var bot = await ListenAsync(_ => Results.StatusCode(410));
        await ResultAsync("setWebhook", new { url = Address(bot) });
        await People.SendTextAsync(Olena, "one");
        await UntilAsync(() => received.Count >= 2);
        Time.Advance(TimeSpan.FromHours(22));
        await UntilAsync(() => received.Count >= 4);
        Assert.Equal(Address(bot), $"{(await ResultAsync("getWebhookInfo"))["url"]}");

        Time.Advance(TimeSpan.FromHours(1));
        await UntilAsync(async () => $"{(await ResultAsync("getWebhookInfo"))["url"]}".Length == 0);
        Assert.Single(await UpdatesAsync());
    }

    [Fact]
    public async Task A_call_in_the_answer_is_carried_out_unless_it_makes_no_sense_there()
    {
        await using var bot = await ListenAsync(text => Task.FromResult(text == "end"
            ? Results.Json(new { method = "deleteWebhook" })
            : Results.Json(new { method = "sendMessage", chat_id = Olena, text = "at once" })));
        await ResultAsync("setWebhook", new { url = Address(bot) });
        await People.SendTextAsync(Olena, "/start");
        await UntilAsync(async () => (await People.GetMessagesAsync(Olena)).Any(message => message is { IsByBot: true, Text: "at once" }));

        await People.SendTextAsync(Ben, "end");
        await UntilAsync(async () => await People.CountUpdatesAsync() == 0);
        Assert.Equal(Address(bot), $"{(await ResultAsync("getWebhookInfo"))["url"]}");
    }

    [Fact]
    public async Task The_same_webhook_set_again_changes_nothing_about_what_is_on_its_way()
    {
        await using var bot = await ListenAsync(_ => Results.StatusCode(500));
        await ResultAsync("setWebhook", new { url = Address(bot) });
        await People.SendTextAsync(Olena, "one");
        await UntilAsync(async () => (await ResultAsync("getWebhookInfo"))["last_error_date"] is not null);
        Assert.Equal("Webhook is already set", (await CallAsync("setWebhook", new { url = Address(bot) }))["description"]!.GetValue<string>());
        Assert.NotNull((await ResultAsync("getWebhookInfo"))["last_error_date"]);
        Assert.Equal("Webhook was set", (await CallAsync("setWebhook", new { url = Address(bot), drop_pending_updates = true }))["description"]!.GetValue<string>());
        Assert.Equal(0, await People.CountUpdatesAsync());
    }

    [Theory]
    [InlineData("https://bot.example/hook", null, "bad webhook: the Sandbox delivers to this machine alone")]
    [InlineData("hook", null, "invalid webhook URL specified")]
    [InlineData("http://127.0.0.1/hook", "a b", "secret token contains unallowed characters")]
    public async Task A_webhook_elsewhere_is_refused(string url, string? secret, string why) =>
        Assert.Equal($"Bad Request: {why}", await RefusalAsync("setWebhook", new { url, secret_token = secret }));

    private Task<WebApplication> ListenAsync(Func<HttpContext, IResult> answer) => ListenAsync((context, _) => Task.FromResult(answer(context)));

    private Task<WebApplication> ListenAsync(Func<string, Task<IResult>> answer) => ListenAsync((_, text) => answer(text));

    private async Task<WebApplication> ListenAsync(Func<HttpContext, string, Task<IResult>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var bot = builder.Build();
        bot.Urls.Add("http://127.0.0.1:0");
        bot.MapPost("/hook", async (HttpContext context) =>
        {
            var update = (await context.Request.ReadFromJsonAsync<JsonObject>())!;
            var text = $"{update["message"]!["text"]}";
            received.Enqueue((context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"].ToString(), text));
            return await answer(context, text);
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
