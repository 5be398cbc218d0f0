using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.BotApi;

public sealed class TelegramMessengerTests : IAsyncLifetime
{
    private static readonly ChatAddress Chat = new(5);
    private static readonly Message Hello = new MessageBuilder().Bold("NATO").Text(" & co").Preview("https://news.example/a").Row(new Button("Why", "why:1")).Build();

    private FakeBotApi fake = null!;
    private BotApiClient bot = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        fake = await FakeBotApi.StartAsync();
        bot = new BotApiClient(fake.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await fake.DisposeAsync();
    }

    [Fact]
    public async Task A_message_goes_out_with_its_markup_buttons_and_preview()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Sent(http);
        Assert.Equal(new SendOutcome.Sent(77), await bot.Messenger.SendAsync(new ChatAddress(-1001234567890, 9), Hello, Cancel));
        var (method, body) = Assert.Single(fake.Requests);
        Assert.Equal("sendMessage", method);
        Assert.Equal(-1001234567890, body.GetProperty("chat_id").GetInt64());
        Assert.Equal(9, body.GetProperty("message_thread_id").GetInt32());
        Assert.Equal("<b>NATO</b> &amp; co", body.GetProperty("text").GetString());
        Assert.Equal("html", body.GetProperty("parse_mode").GetString(), ignoreCase: true);
        Assert.Equal("https://news.example/a", body.GetProperty("link_preview_options").GetProperty("url").GetString());
        Assert.Equal("why:1", body.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("callback_data").GetString());
    }

    [Fact]
    public async Task A_copy_names_the_message_that_it_is_of()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Sent(http);
        var copy = new Message([], Hello.Rows, CopyOf: new MessageSource(7, 40));
        Assert.Equal(new SendOutcome.Sent(77), await bot.Messenger.SendAsync(new ChatAddress(-1001234567890, 9), copy, Cancel));
        var (method, body) = Assert.Single(fake.Requests);
        Assert.Equal("copyMessage", method);
        Assert.Equal((7, 40), (body.GetProperty("from_chat_id").GetInt64(), body.GetProperty("message_id").GetInt32()));
        Assert.Equal((-1001234567890, 9), (body.GetProperty("chat_id").GetInt64(), body.GetProperty("message_thread_id").GetInt32()));
        Assert.Equal("why:1", body.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0].GetProperty("callback_data").GetString());
        Assert.False(body.TryGetProperty("caption", out _));
    }

    [Fact]
    public async Task No_thread_is_named_where_there_is_none()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Sent(http);
        await bot.Messenger.SendAsync(Chat, MessageBuilder.Plain("x"), Cancel);
        var body = Assert.Single(fake.Requests).Body;
        Assert.False(body.TryGetProperty("message_thread_id", out _));
        Assert.False(body.TryGetProperty("reply_markup", out _));
        Assert.True(body.GetProperty("link_preview_options").GetProperty("is_disabled").GetBoolean());
    }

    [Theory]
    [InlineData(429, "Too Many Requests: retry after 3", """{"retry_after":3}""", "Throttled 3")]
    [InlineData(429, "Too Many Requests: retry after 43837", """{"retry_after":43837}""", "Throttled 43837")]
    [InlineData(429, "Too Many Requests", null, "Throttled 1")]
    [InlineData(429, "Too Many Requests", """{"retry_after":0}""", "Throttled 1")]
    [InlineData(429, "Too Many Requests", """{"retry_after":-5}""", "Throttled 1")]
    [InlineData(429, "Too Many Requests", """{"retry_after":"5"}""", "Throttled 5")]
    [InlineData(429, "Too Many Requests", """{"retry_after":"soon"}""", "Throttled 1")]
    [InlineData(429, "Too Many Requests", """{"retry_after":99999999999}""", "Throttled 1")]
    [InlineData(429, "Too Many Requests", """{"retry_after":1000000000}""", "Throttled 1000000000")]
    [InlineData(403, "Forbidden: bot was blocked by the user", null, "Blocked")]
    [InlineData(403, "Forbidden: user is deactivated", null, "Blocked")]
    [InlineData(403, "Forbidden: bot can't initiate conversation with a user", null, "Blocked")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", null, "Blocked")]
    [InlineData(403, "Forbidden: bot is not a member of the channel chat", null, "Blocked")]
    [InlineData(403, "Forbidden: the group chat was deleted", null, "Blocked")]
    [InlineData(400, "Bad Request: group chat was upgraded to a supergroup chat", """{"migrate_to_chat_id":-1009876543210}""", "ChatMoved -1009876543210")]
    [InlineData(400, "Bad Request: chat not found", null, "Blocked")]
    [InlineData(400, "Bad Request: private chat not found", null, "Blocked")]
    [InlineData(400, "Bad Request: user not found", null, "Blocked")]
    [InlineData(400, "Bad Request: not enough rights to send text messages to the chat", null, "NoRights")]
    [InlineData(400, "Bad Request: not enough rights to send photos to the chat", null, "NoRights")]
    [InlineData(400, "Bad Request: have no rights to send a message", null, "NoRights")]
    [InlineData(400, "Bad Request: CHAT_ADMIN_REQUIRED", null, "NoRights")]
    [InlineData(400, "Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN", null, "NoRights")]
    [InlineData(400, "Bad Request: SLOWMODE_WAIT_30", null, "NoRights")]
    [InlineData(403, "Forbidden: not enough rights to send text messages to the chat", null, "NoRights")]
    [InlineData(400, "Bad Request: need administrator rights in the channel chat", null, "NoRights")]
    [InlineData(400, "Bad Request: have no write access to the chat", null, "NoRights")]
    [InlineData(400, "Bad Request: message thread not found", null, "ThreadGone")]
    [InlineData(400, "Bad Request: TOPIC_CLOSED", null, "ThreadGone")]
    [InlineData(400, "Bad Request: chat_id is empty", null, "Rejected")]
    [InlineData(400, "Bad Request: message is too long", null, "Rejected")]
    [InlineData(400, "Bad Request: BUTTON_DATA_INVALID", null, "Rejected")]
    [InlineData(401, "Unauthorized", null, "TokenRefused")]
    [InlineData(404, "Not Found", null, "TokenRefused")]
    [InlineData(421, "Misdirected Request: unallowed token specified", null, "NotSent")]
    [InlineData(500, "Internal Server Error: restart", null, "NotSent")]
    public async Task A_refusal_has_its_outcome(int code, string description, string? parameters, string expected)
    {
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, code, description, parameters);
        var outcome = await bot.Messenger.SendAsync(Chat, Hello, Cancel);
        Assert.Equal(expected, Named(outcome));
        Assert.Single(fake.Requests); // whatever the answer, this side repeats nothing
    }

    [Fact]
    public async Task A_page_of_the_front_end_leaves_the_outcome_unknown()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Raw(http, 502, "text/html", "<html><h1>502 Bad Gateway</h1></html>");
        Assert.Equal("Unknown", Named(await bot.Messenger.SendAsync(Chat, Hello, Cancel)));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(407)]
    [InlineData(413)]
    public async Task A_refusal_that_is_not_the_Bot_APIs_leaves_the_outcome_unknown(int status)
    {
        fake.Answer = (http, _, _) => FakeBotApi.Raw(http, status, "text/html", "<html>who are you</html>");
        Assert.Equal("Unknown", Named(await bot.Messenger.SendAsync(Chat, Hello, Cancel)));
    }

    [Fact]
    public async Task A_page_that_asks_to_wait_is_heeded()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Raw(http, 429, "text/html", "<html>slow down</html>");
        Assert.Equal("Throttled 1", Named(await bot.Messenger.SendAsync(Chat, Hello, Cancel)));
    }

    [Fact]
    public async Task A_probe_asks_who_the_bot_is_and_tells_whether_Telegram_answers()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Ok(http, """{"id":4839574812,"is_bot":true,"first_name":"N","username":"n_bot"}""");
        Assert.False((await bot.Messenger.ProbeAsync(Cancel)).IsFailure);
        fake.Answer = (http, _, _) => FakeBotApi.Raw(http, 502, "text/html", "<html>");
        Assert.True((await bot.Messenger.ProbeAsync(Cancel)).IsFailure);
        Assert.All(fake.Requests, request => Assert.Equal("getMe", request.Method));
    }

    [Theory]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":true,"result":{"date":1700000000,"chat":{"id":5,"type":"private"}}}""")]
    [InlineData("{}")]
    [InlineData("")]
    public async Task A_success_that_tells_nothing_is_unknown(string body)
    {
        fake.Answer = (http, _, _) => FakeBotApi.Json(http, 200, body);
        Assert.Equal("Unknown", Named(await bot.Messenger.SendAsync(Chat, Hello, Cancel)));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_unknown_and_nothing_is_sent_twice()
    {
        fake.Answer = (http, _, number) => number == 1 ? FakeBotApi.Sent(http) : Abort(http);
        await bot.Messenger.SendAsync(Chat, Hello, Cancel);
        Assert.Equal("Unknown", Named(await bot.Messenger.SendAsync(Chat, Hello, Cancel)));
        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task An_answer_cut_off_is_unknown()
    {
        fake.Answer = (http, _, _) => FakeBotApi.BreakOff(http);
        Assert.Equal("Unknown", Named(await bot.Messenger.SendAsync(Chat, Hello, Cancel)));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_unknown()
    {
        fake.Answer = (http, _, _) => Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, http.RequestAborted);
        Assert.Equal("Unknown", Named(await bot.Messenger.SendAsync(Chat, Hello, Cancel)));
    }

    [Fact]
    public async Task A_refused_connection_an_unknown_host_and_a_failed_handshake_sent_nothing()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        var port = ((IPEndPoint)unused.LocalEndpoint).Port;
        unused.Stop();
        foreach (var address in new[] { $"http://127.0.0.1:{port}", "http://no-such-host.invalid", fake.Address.Replace("http:", "https:", StringComparison.Ordinal) })
        {
            await using var elsewhere = new BotApiClient(address);
            Assert.Equal("NotSent", Named(await elsewhere.Messenger.SendAsync(Chat, Hello, Cancel)));
        }
    }

    [Fact]
    public async Task Cancelling_while_the_answer_is_awaited_is_the_callers_to_handle()
    {
        using var stop = new CancellationTokenSource();
        fake.Answer = async (http, _, _) =>
        {
            await stop.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(10), TimeProvider.System, http.RequestAborted);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bot.Messenger.SendAsync(Chat, Hello, stop.Token));
    }

    [Fact]
    public async Task Markup_that_cannot_be_read_is_sent_once_more_without_it()
    {
        fake.Answer = (http, _, number) => number == 1
            ? FakeBotApi.Refuse(http, 400, "Bad Request: can't parse entities: Unclosed start tag at byte offset 3")
            : FakeBotApi.Sent(http);
        Assert.Equal(new SendOutcome.Sent(77), await bot.Messenger.SendAsync(Chat, Hello, Cancel));
        var second = fake.Requests.Last().Body;
        Assert.Equal("NATO & co", second.GetProperty("text").GetString());
        Assert.False(second.TryGetProperty("parse_mode", out _));
        Assert.Single(bot.Logs.At(LogLevel.Error));
    }

    [Fact]
    public async Task Markup_refused_twice_is_given_up()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, 400, "Bad Request: can't parse entities: x");
        Assert.Equal("Rejected", Named(await bot.Messenger.SendAsync(Chat, Hello, Cancel)));
        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task A_wrong_token_is_told_once()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, 401, "Unauthorized");
        await bot.Messenger.SendAsync(Chat, Hello, Cancel);
        await bot.Messenger.SendAsync(Chat, Hello, Cancel);
        Assert.Single(bot.Logs.At(LogLevel.Error));
    }

    [Theory]
    [InlineData("Bad Request: message is not modified: specified new message content and reply markup are exactly the same", "Sent 40")]
    [InlineData("Bad Request: message to edit not found", "Rejected")]
    [InlineData("Bad Request: message can't be edited", "Rejected")]
    public async Task An_edit_that_changes_nothing_succeeds_and_one_of_nothing_fails(string description, string expected)
    {
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, 400, description);
        Assert.Equal(expected, Named(await bot.Messenger.EditAsync(Chat, 40, Hello, Cancel)));
        Assert.Equal(40, Assert.Single(fake.Requests).Body.GetProperty("message_id").GetInt32());
    }

    [Fact]
    public async Task Answering_an_old_press_is_no_trouble()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, 400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
        await bot.Messenger.AnswerPressAsync("1", new string('n', 300), Cancel);
        Assert.Equal(new string('n', 199) + "…", Assert.Single(fake.Requests).Body.GetProperty("text").GetString());
        await bot.Messenger.AnswerPressAsync("2", null, Cancel);
        Assert.False(fake.Requests.Last().Body.TryGetProperty("text", out _));
    }

    [Theory]
    [InlineData("""{"status":"creator","user":{"id":7,"is_bot":false,"first_name":"A"},"is_anonymous":false}""", true)]
    [InlineData("""{"status":"administrator","user":{"id":7,"is_bot":false,"first_name":"A"}}""", true)]
    [InlineData("""{"status":"member","user":{"id":7,"is_bot":false,"first_name":"A"}}""", false)]
    public async Task Only_owners_and_administrators_are_administrators(string member, bool expected)
    {
        fake.Answer = (http, _, _) => FakeBotApi.Ok(http, member);
        var status = expected ? AdministratorStatus.Administrator : AdministratorStatus.NotAdministrator;
        Assert.Equal(new AdministratorCheck(status), await bot.Messenger.CheckAdministratorAsync(-5, 7, Cancel));
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, 400, "Bad Request: user not found");
        Assert.Equal(new AdministratorCheck(AdministratorStatus.NotAdministrator), await bot.Messenger.CheckAdministratorAsync(-5, 7, Cancel));
    }

    [Theory]
    [InlineData("Bad Request: CHAT_ADMIN_REQUIRED")]
    [InlineData("Bad Request: member list is inaccessible")]
    public async Task Where_members_are_hidden_the_list_of_administrators_tells_and_else_that_the_bot_must_be_one(string refusal)
    {
        const string Owner = """[{"status":"creator","user":{"id":7,"is_bot":false,"first_name":"A"},"is_anonymous":false}]""";
        fake.Answer = (http, method, _) => method == "getChatAdministrators" ? FakeBotApi.Ok(http, Owner) : FakeBotApi.Refuse(http, 400, refusal);
        Assert.Equal(new AdministratorCheck(AdministratorStatus.Administrator), await bot.Messenger.CheckAdministratorAsync(-5, 7, Cancel));
        Assert.Equal(new AdministratorCheck(AdministratorStatus.NotAdministrator), await bot.Messenger.CheckAdministratorAsync(-5, 8, Cancel));
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, 400, refusal);
        Assert.Equal(new AdministratorCheck(AdministratorStatus.MembersHidden), await bot.Messenger.CheckAdministratorAsync(-5, 7, Cancel));
    }

    [Fact]
    public async Task That_it_could_not_be_found_out_who_is_an_administrator_is_an_answer_of_its_own()
    {
        fake.Answer = (http, _, _) => FakeBotApi.Ok(http, """{"status":"a status of the future","user":{"id":7,"is_bot":false,"first_name":"A"}}""");
        Assert.Equal(new AdministratorCheck(AdministratorStatus.Unknown), await bot.Messenger.CheckAdministratorAsync(-5, 7, Cancel));
        fake.Answer = (http, _, _) => FakeBotApi.Raw(http, 502, "text/html", "<html>Bad Gateway</html>");
        Assert.Equal(new AdministratorCheck(AdministratorStatus.Unknown), await bot.Messenger.CheckAdministratorAsync(-5, 7, Cancel));
        fake.Answer = (http, _, _) => FakeBotApi.Refuse(http, 429, "Too Many Requests: retry after 4", """{"retry_after":4}""");
        Assert.Equal(new AdministratorCheck(AdministratorStatus.Unknown, TimeSpan.FromSeconds(4)), await bot.Messenger.CheckAdministratorAsync(-5, 7, Cancel));
        fake.Answer = (http, method, _) => method == "getChatAdministrators" ? FakeBotApi.Raw(http, 504, "text/html", "") : FakeBotApi.Refuse(http, 400, "Bad Request: CHAT_ADMIN_REQUIRED");
        Assert.Equal(new AdministratorCheck(AdministratorStatus.Unknown), await bot.Messenger.CheckAdministratorAsync(-5, 7, Cancel));
    }

    private static Task Abort(HttpContext http)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    private static string Named(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Throttled throttled => $"Throttled {throttled.After.TotalSeconds:0}",
        SendOutcome.ChatMoved moved => $"ChatMoved {moved.To}",
        SendOutcome.Sent sent => $"Sent {sent.MessageId}",
        _ => outcome.GetType().Name,
    };
}
