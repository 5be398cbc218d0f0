using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsBot.BotApi;
using NewsBot.BotApi.Updates;
using NewsBot.Commands;
using NewsBot.Hosting;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.BotApi.Updates;

[Collection("The exit code of the process")]
public sealed class UpdatePollingWorkerTests : IAsyncLifetime
{
    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
    private FakeBotApi fake = null!;
    private BotApiClient bot = null!;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeBotApi.StartAsync();
        bot = new BotApiClient(fake.Address, store, time);
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
    public async Task Updates_are_stored_before_they_are_acknowledged()
    {
        List<int> storedAtRequest = [];
        fake.Answer = (http, method, _) =>
        {
            if (method != "getUpdates")
            {
                return FakeBotApi.Ok(http, "true");
            }

            storedAtRequest.Add(Stored().Count);
            return storedAtRequest.Count == 1 ? FakeBotApi.Ok(http, $"[{Text(7)},{Text(8)}]") : Nothing(http);
        };
        await bot.StartAsync<UpdatePollingWorker>();
        await Eventually.HoldsAsync(() => Polls().Count >= 3);
        Assert.Equal([null, 9, null], Polls().Take(3).Select(OffsetOf));
        Assert.Equal([0, 2], storedAtRequest.Take(2));
        Assert.Equal([7, 8], Stored().Select(update => update.UpdateId));
        Assert.All(Stored(), update => Assert.Contains("\"update_id\"", update.Json, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_asks_for_no_more_than_it_answers_and_removes_a_webhook_first()
    {
        AnswerUpdates();
        await bot.StartAsync<UpdatePollingWorker>();
        await Eventually.HoldsAsync(() => Polls().Count >= 1);
        Assert.Equal("deleteWebhook", fake.Requests.First().Method);
        var question = Polls()[0];
        Assert.Equal(["message", "callback_query", "my_chat_member", "channel_post"], question.GetProperty("allowed_updates").EnumerateArray().Select(kind => kind.GetString()));
        Assert.Equal((1, 100), (question.GetProperty("timeout").GetInt32(), question.GetProperty("limit").GetInt32()));
    }

    [Fact]
    public async Task A_store_that_fails_acknowledges_nothing()
    {
        using (var db = store.Open())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE InboxUpdates RENAME TO Away", TestContext.Current.CancellationToken);
        }

        AnswerUpdates($"[{Text(7)}]", $"[{Text(7)}]");
        await bot.StartAsync<UpdatePollingWorker>();
        await AdvanceUntilAsync(() => Polls().Count >= 2);
        Assert.Single(bot.Logs.At(LogLevel.Error));
        Assert.Equal([null, null], Polls().Take(2).Select(OffsetOf));
    }

    [Fact]
    public async Task An_update_of_an_unknown_form_neither_blocks_nor_loses_the_others()
    {
        AnswerUpdates($$"""[{{Text(7)}},{"update_id":8,"message":{"chat":{"type":[]} } },{"no":"number"},{"update_id":"ten"},"text",{{Text(9)}}]""");
        await bot.StartAsync<UpdatePollingWorker>();
        await Eventually.HoldsAsync(() => Polls().Count >= 2);
        Assert.Equal(10, OffsetOf(Polls()[1]));
        Assert.Equal([7, 8, 9], Stored().Where(update => update.HandledAt is null).Select(update => update.UpdateId));
        Assert.Equal(3, Stored().Count(update => update is { UpdateId: < 0, Json: null, SetAsideReason: "its update_id cannot be read" }));
        Assert.Equal(3, bot.Logs.At(LogLevel.Warning).Count);
    }

    [Fact]
    public async Task What_comes_again_is_known_by_its_number_even_when_numbers_begin_anew()
    {
        AnswerUpdates($"[{Text(1000)},{Text(1000)}]", $"[{Text(1000)},{Text(3)}]", $"[{Text(2)}]");
        await bot.StartAsync<UpdatePollingWorker>();
        await Eventually.HoldsAsync(() => Polls().Count >= 4);
        Assert.Equal([1000, 3, 2], Stored().Select(update => update.UpdateId));
    }

    [Fact]
    public async Task An_update_of_more_than_a_mebibyte_is_set_aside()
    {
        AnswerUpdates($"[{Text(7).Replace("/start", new string('x', 2_000_000), StringComparison.Ordinal)},{Text(8)}]");
        await bot.StartAsync<UpdatePollingWorker>();
        await Eventually.HoldsAsync(() => Polls().Count >= 2);
        Assert.Equal([(7L, "it is larger than 1 MiB"), (8L, null)], Stored().Select(update => (update.UpdateId, update.SetAsideReason)));
        Assert.Equal(9, OffsetOf(Polls()[1]));
    }

    [Fact]
    public async Task Updates_without_any_number_are_kept_once_and_not_asked_for_in_a_rush()
    {
        fake.Answer = (http, method, _) => FakeBotApi.Ok(http, method == "getUpdates" ? """[{"no":"number"}]""" : "true");
        await bot.StartAsync<UpdatePollingWorker>();
        await Eventually.HoldsAsync(() => Stored().Count == 1);
        await AdvanceUntilAsync(() => Polls().Count >= 4);
        Assert.Single(Stored());
    }

    [Fact]
    public async Task The_doorbell_rings_for_what_is_new()
    {
        AnswerUpdates($"[{Text(7)}]");
        await bot.StartAsync<UpdatePollingWorker>();
        await bot.Get<WorkSignal<InboxUpdate>>().WaitAsync(TimeSpan.FromDays(1), time, TestContext.Current.CancellationToken);
        Assert.Single(Stored());
    }

    [Fact]
    public async Task Another_reader_is_explained_once_and_left_some_time()
    {
        fake.Answer = (http, method, _) => method == "getUpdates"
            ? FakeBotApi.Refuse(http, 409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
            : FakeBotApi.Ok(http, "true");
        await bot.StartAsync<UpdatePollingWorker>();
        await Eventually.HoldsAsync(() => Polls().Count == 1 && bot.Logs.At(LogLevel.Warning).Count == 1);
        Assert.Contains("Another program is reading this bot's updates", bot.Logs.At(LogLevel.Warning)[0], StringComparison.Ordinal);
        Assert.Contains("Another program", bot.Get<Heartbeats>().Last(nameof(UpdatePollingWorker))!.Failure, StringComparison.Ordinal);
        await AdvanceUntilAsync(() => Polls().Count >= 4);
        Assert.Single(bot.Logs.At(LogLevel.Warning));

        AnswerUpdates();
        await AdvanceUntilAsync(() => bot.Logs.At(LogLevel.Information).Any(line => line.StartsWith("Updates are read again", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_webhook_set_meanwhile_is_removed()
    {
        fake.Answer = (http, method, number) => method == "getUpdates" && number == 2
            ? FakeBotApi.Refuse(http, 409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
            : method == "getUpdates" ? Nothing(http) : FakeBotApi.Ok(http, "true");
        await bot.StartAsync<UpdatePollingWorker>();
        await AdvanceUntilAsync(() => fake.Count("deleteWebhook") == 2 && Polls().Count >= 2);
        Assert.Contains("A webhook is set", Assert.Single(bot.Logs.At(LogLevel.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_is_left_alone_as_long_as_it_asks()
    {
        fake.Answer = (http, method, _) => method == "getUpdates"
            ? FakeBotApi.Refuse(http, 429, "Too Many Requests: retry after 500", """{"retry_after":500}""")
            : FakeBotApi.Ok(http, "true");
        await bot.StartAsync<UpdatePollingWorker>();
        await Eventually.HoldsAsync(() => bot.Logs.At(LogLevel.Warning).Count == 1);
        var start = time.GetUtcNow();
        await AdvanceUntilAsync(() => Polls().Count >= 2, seconds: 20);
        Assert.True(time.GetUtcNow() - start >= TimeSpan.FromSeconds(500));
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task A_token_that_is_refused_again_and_again_ends_the_service_with_one_clear_line(int code, string description)
    {
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, code, description);
        await bot.StartAsync<UpdatePollingWorker>();
        await AdvanceUntilAsync(() => bot.Lifetime.ApplicationStopping.IsCancellationRequested);
        time.Advance(TimeSpan.FromHours(1));
        var line = Assert.Single(bot.Logs.At(LogLevel.Critical));
        Assert.Contains("Telegram:Token", line, StringComparison.Ordinal);
        Assert.Contains("@BotFather", line, StringComparison.Ordinal);
        Assert.Equal(1, Environment.ExitCode);
        Assert.Equal(5, fake.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_is_refused_for_a_moment_is_told_and_asked_with_again()
    {
        var polls = 0;
        fake.Answer = (http, method, _) => method != "getUpdates" ? FakeBotApi.Ok(http, "true")
            : ++polls % 5 != 0 ? FakeBotApi.Refuse(http, 401, "Unauthorized") : FakeBotApi.Ok(http, $"[{Text(polls)}]");
        await bot.StartAsync<UpdatePollingWorker>();
        await AdvanceUntilAsync(() => Stored().Count == 2);
        Assert.False(bot.Lifetime.ApplicationStopping.IsCancellationRequested);
        Assert.Contains("Telegram:Token", bot.Logs.At(LogLevel.Warning)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, "<html>Bad Gateway</html>")]
    [InlineData(200, "{\"ok\":true,\"result\":[{\"update_id\":7")]
    [InlineData(200, "[]")]
    public async Task An_answer_that_is_not_the_servers_is_waited_out(int status, string body)
    {
        fake.Answer = (http, method, number) => method == "deleteWebhook" ? FakeBotApi.Ok(http, "true")
            : number < 4 ? FakeBotApi.Json(http, status, body) : number == 4 ? FakeBotApi.Ok(http, $"[{Text(7)}]") : Nothing(http);
        await bot.StartAsync<UpdatePollingWorker>();
        await AdvanceUntilAsync(() => Stored().Count == 1);
        Assert.Single(bot.Logs.At(LogLevel.Warning));
    }

    private static string Text(int updateId) =>
        $$"""{"update_id":{{updateId}},"message":{"message_id":1,"date":1700000000,"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":"A"},"text":"/start"} }""";

    private static long? OffsetOf(JsonElement question) => question.TryGetProperty("offset", out var offset) ? offset.GetInt64() : null;

    private static async Task Nothing(HttpContext http)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, http.RequestAborted);
        await FakeBotApi.Ok(http, "[]");
    }

    private void AnswerUpdates(params string[] batches)
    {
        var polls = 0;
        fake.Answer = (http, method, _) => method != "getUpdates" ? FakeBotApi.Ok(http, "true")
            : polls < batches.Length ? FakeBotApi.Ok(http, batches[polls++]) : Nothing(http);
    }

    private List<JsonElement> Polls() => [.. fake.Requests.Where(request => request.Method == "getUpdates").Select(request => request.Body)];

    private List<InboxUpdate> Stored()
    {
        using var db = store.Open();
        return [.. db.InboxUpdates.OrderBy(update => update.Id)];
    }

    private Task AdvanceUntilAsync(Func<bool> condition, int seconds = 1) => Eventually.HoldsAsync(() =>
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        return condition();
    });
}
