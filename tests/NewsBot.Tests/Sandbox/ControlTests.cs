using System.Net;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;

namespace NewsBot.Tests.Sandbox;

public sealed class ControlTests : SandboxTest
{
    [Fact]
    public async Task Three_are_there_at_the_start()
    {
        var world = await People.GetWorldAsync();

        Assert.Equal(["Olena", "Ben"], world.People.Select(person => person.Name));
        Assert.Equal(Options.AdminId, Assert.Single(world.People, person => person.IsAdmin).Id);
        Assert.Equal([Olena, Ben, Newsroom], world.Chats.Select(chat => chat.Id));
        Assert.Empty(await UpdatesAsync());
    }

    [Fact]
    public async Task Events_go_on_from_the_last_one_seen()
    {
        var start = (await People.GetWorldAsync()).LastEventId;
        await StartAsync();
        var sent = await ResultAsync("sendMessage", new { chat_id = Olena, text = "news" });
        await ResultAsync("editMessageText", new { chat_id = Olena, message_id = sent["message_id"]!.GetValue<int>(), text = "newer" });
        await ResultAsync("deleteMessage", new { chat_id = Olena, message_id = sent["message_id"]!.GetValue<int>() });

        var all = await TakeAsync(start, 5);
        var rest = await TakeAsync(all[2].Id, 2);

        Assert.Equal([SandboxEvent.ChatChanged, SandboxEvent.Posted, SandboxEvent.Posted, SandboxEvent.Edited, SandboxEvent.Deleted], all.Select(happened => happened.Type));
        Assert.Equal(["newer", null], rest.Select(happened => happened.Message?.Text));
    }

    [Fact]
    public async Task Waiting_for_a_message_ends_when_it_comes()
    {
        await StartAsync();
        var waiting = People.WaitForMessageAsync(Olena, message => message.Text == "news", TestContext.Current.CancellationToken);

        await ResultAsync("sendMessage", new { chat_id = Olena, text = "news" });

        Assert.True((await waiting).IsByBot);
    }

    [Fact]
    public async Task A_typed_text_is_told_to_those_who_listen()
    {
        var typed = new List<TypedText>();
        Server.World.TextTyped += typed.Add;

        await People.SendTextAsync(Olena, "/subscribe NATO");

        Assert.Equal(new TypedText(Olena, Olena, null, "/subscribe NATO", Time.GetUtcNow()), Assert.Single(typed));
    }

    [Theory]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Host", "elsewhere.example")]
    [InlineData("Host", "127.0.0.1.elsewhere.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_from_elsewhere_is_turned_away(string header, string value)
    {
        var botApi = $"/bot{Options.Token}/";
        foreach (var path in (string[])["/sandbox/world", "/sandbox/events", $"{botApi}getMe", $"{botApi}getUpdates", $"/file{botApi}documents/1", "/sandbox/page/page.js", "/"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Address, path));
            request.Headers.TryAddWithoutValidation(header, value);
            using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, response.StatusCode));
        }
    }

    [Fact]
    public async Task A_link_on_another_site_leads_to_the_chat_page_but_a_frame_does_not()
    {
        Assert.Equal(HttpStatusCode.OK, await NavigateAsync("document"));
        Assert.Equal(HttpStatusCode.Forbidden, await NavigateAsync("iframe"));
    }

    [Fact]
    public async Task What_does_not_exist_is_said_to_be_so()
    {
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => People.GetMessagesAsync(4711));

        Assert.Equal((HttpStatusCode.NotFound, "There is no such chat."), (failure.StatusCode, failure.Message));
    }

    [Theory]
    [InlineData("http://127.0.0.1:0", "123456789:AAF0sC4yq8yqkqYpXlqyTn5nJ8pXqCXx1aB")]
    [InlineData("http://127.0.0.1:0", "")]
    [InlineData("http://192.0.2.1:0", "1000001:sandbox")]
    [InlineData("nonsense", "1000001:sandbox")]
    public async Task A_real_token_or_an_address_for_others_is_refused(string url, string token) =>
        await Assert.ThrowsAsync<ArgumentException>(() => SandboxServer.StartAsync(url, new SandboxOptions { Token = token }));

    [Fact]
    public async Task The_chat_page_asks_nothing_of_other_hosts()
    {
        using var page = await Http.GetAsync(Server.Address);
        var html = await page.Content.ReadAsStringAsync();

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("default-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("//", html, StringComparison.Ordinal);
        foreach (var file in new[] { "page.js", "frame.css", "messages.css", "icon.svg", "text.js" })
        {
            Assert.Equal(HttpStatusCode.OK, (await Http.GetAsync(new Uri(Server.Address, $"/sandbox/page/{file}"))).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(new Uri(Server.Address, "/sandbox/page/none.js"))).StatusCode);
    }

    private async Task<HttpStatusCode> NavigateAsync(string destination)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Server.Address);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Dest", destination);
        using var response = await Http.SendAsync(request);
        return response.StatusCode;
    }

    private async Task<List<SandboxEvent>> TakeAsync(long after, int count) =>
        await People.ReadEventsAsync(after, TestContext.Current.CancellationToken).Take(count).ToListAsync(TestContext.Current.CancellationToken);
}
