using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsBot.BotApi;
using NewsBot.BotApi.Updates;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.BotApi;

[Collection("The exit code of the process")]
public sealed class BotIntroductionWorkerTests : IAsyncLifetime
{
    private const string Me = """{"id":4839574812,"is_bot":true,"first_name":"News","username":"NewsByTopicBot"}""";

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new();
    private FakeBotApi fake = null!;

    public async ValueTask InitializeAsync() => fake = await FakeBotApi.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await fake.DisposeAsync();
        store.Dispose();
        Environment.ExitCode = 0;
    }

    [Fact]
    public async Task The_bot_learns_its_name_and_publishes_its_menus()
    {
        fake.Answer = (http, method, _) => FakeBotApi.Ok(http, method == "getMe" ? Me : "true");
        await using var bot = new BotApiClient(
            fake.Address,
            store,
            time,
            new CommandMenu(MenuFor.PrivateChats, [new MenuEntry("subscribe", "Follow a topic")], "uk"),
            new CommandMenu(MenuFor.OneChat, [new MenuEntry("stats", new string('d', 300))], ChatId: 42));
        await bot.StartAsync<BotIntroductionWorker>();
        Assert.Equal(new BotAccount(4839574812, "NewsByTopicBot"), await bot.Get<BotIdentity>().WhenKnownAsync(TestContext.Current.CancellationToken));
        await Eventually.HoldsAsync(() => fake.Count("setMyCommands") == 2);
        var menus = fake.Requests.Where(request => request.Method == "setMyCommands").Select(request => request.Body).ToArray();
        Assert.Equal("subscribe", menus[0].GetProperty("commands")[0].GetProperty("command").GetString());
        Assert.Equal("uk", menus[0].GetProperty("language_code").GetString());
        Assert.Equal("all_private_chats", menus[0].GetProperty("scope").GetProperty("type").GetString());
        Assert.Equal(256, menus[1].GetProperty("commands")[0].GetProperty("description").GetString()!.Length);
        Assert.Equal(42, menus[1].GetProperty("scope").GetProperty("chat_id").GetInt64());
    }

    [Fact]
    public async Task A_menu_that_fails_is_tried_again_later_and_the_others_are_not()
    {
        fake.Answer = (http, method, _) => method == "getMe" ? FakeBotApi.Ok(http, Me)
            : fake.Count("setMyCommands") == 1 ? FakeBotApi.Refuse(http, 400, "Bad Request: chat not found") : FakeBotApi.Ok(http, "true");
        await using var bot = new BotApiClient(
            fake.Address, store, time, new CommandMenu(MenuFor.OneChat, [new MenuEntry("a", "A")], ChatId: 42), new CommandMenu(MenuFor.Groups, [new MenuEntry("b", "B")]));
        await bot.StartAsync<BotIntroductionWorker>();
        await Eventually.HoldsAsync(() => fake.Count("setMyCommands") == 2);
        await AdvanceUntilAsync(() => fake.Count("setMyCommands") == 3);
        Assert.Equal("chat", fake.Requests.Last().Body.GetProperty("scope").GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_server_out_of_reach_is_told_once_and_asked_until_it_answers()
    {
        fake.Answer = (http, _, number) => number < 4 ? FakeBotApi.Raw(http, 502, "text/html", "<p>") : FakeBotApi.Ok(http, Me);
        await using var bot = new BotApiClient(fake.Address, store, time);
        await bot.StartAsync<BotIntroductionWorker>();
        await AdvanceUntilAsync(() => bot.Get<BotIdentity>().Account is not null);
        Assert.Single(bot.Logs.At(LogLevel.Warning));
        Assert.Equal(4, fake.Count("getMe"));
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task A_wrong_token_ends_the_service_with_one_line_that_says_what_to_do(int code, string description)
    {
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, code, description);
        await using var bot = new BotApiClient(fake.Address, store, time);
        await bot.StartAsync<BotIntroductionWorker>();
        await bot.StartAsync<UpdatePollingWorker>();
        await AdvanceUntilAsync(() => bot.Lifetime.ApplicationStopping.IsCancellationRequested);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Contains("Telegram:Token", Assert.Single(bot.Logs.At(LogLevel.Critical)), StringComparison.Ordinal);
        Assert.Equal(1, Environment.ExitCode);
        Assert.Equal(5, fake.Requests.Count);
    }

    private Task AdvanceUntilAsync(Func<bool> condition) => Eventually.HoldsAsync(() =>
    {
        time.Advance(TimeSpan.FromSeconds(20));
        return condition();
    });
}
