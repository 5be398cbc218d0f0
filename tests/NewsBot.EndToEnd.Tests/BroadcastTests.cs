using System.Text.Json.Nodes;
using NewsBot.Messages;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Markup;

namespace NewsBot.EndToEnd.Tests;

public abstract class BroadcastTests(UpdatesBy updates)
{
    private static readonly Texts English = Texts.For("en");

    [Fact]
    public async Task A_text_reaches_everyone_with_its_formatting_and_a_second_tap_sends_nothing()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/start");
        await world.AskAsync(EndToEnd.Olena, "/start");

        const string Command = "/broadcast 😀 ";
        var draft = await world.DraftAsync(new NewText(EndToEnd.Olena, EndToEnd.Olena, $"{Command}very important", Entities: [new("bold", Command.Length, 4), new("italic", Command.Length + 2, 2)]));
        Assert.Contains("2 chats", draft.Text, StringComparison.Ordinal);
        var taps = await Task.WhenAll(world.PressAsync(draft, "send"), world.PressAsync(draft, "send"));
        var report = await world.ReportedAsync();
        await world.PressAsync(draft, "send");

        const string Text = "😀 very important";
        var got = Assert.Single(await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit), message => message.Text == Text);
        Assert.Contains(new MessageEntity("bold", 3, 4), got.Entities);
        Assert.Contains(new MessageEntity("italic", 5, 2), got.Entities);
        Assert.Equal("announcements:off", got.Buttons[0][0].Data);
        Assert.Equal(2, await world.TimesAsync(EndToEnd.Olena, Text)); // the preview, and her own
        Assert.Contains("Recipients: 2\nSent: 2\nBlocked: 0\nFailed: 0\nUnknown: 0\nCancelled: 0\n", report.Text, StringComparison.Ordinal);
        Assert.Equal(English.BroadcastSentAlready, Assert.Single(taps, tap => tap.AnswerText is not null).AnswerText);
    }

    [Fact]
    public async Task A_reply_to_a_photo_is_copied_and_tested_on_its_admin_first()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/start");

        var photo = new JsonObject { ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "x", ["file_unique_id"] = "x", ["width"] = 90, ["height"] = 60 }) };
        var sent = await world.Sandbox.Client.SendTextAsync(new NewText(EndToEnd.Olena, EndToEnd.Olena, "The new office", Content: photo), world.Limit);
        var draft = await world.DraftAsync(new NewText(EndToEnd.Olena, EndToEnd.Olena, "/broadcast", ReplyTo: sent.MessageId));
        await world.PressAsync(draft, "test");
        await world.ToldAsync(message => message.Content == "photo" && message.MessageId > draft.MessageId);
        Assert.Equal(0, await world.TimesAsync(EndToEnd.Ben, "The new office"));

        await world.PressAsync(draft, "send");
        await world.ReportedAsync();
        var got = Assert.Single(await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit), message => message.Content == "photo");
        Assert.Equal("The new office", got.Text);
        Assert.Equal("announcements:off", got.Buttons[0][0].Data);
    }

    [Fact]
    public async Task A_stranger_neither_writes_the_command_nor_presses_the_button_and_the_log_says_so()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/start");
        await world.DraftAsync("For admins alone");

        var known = await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit);
        await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, "/broadcast Buy my things", world.Limit);
        var forged = new NewPress(EndToEnd.Ben, EndToEnd.Ben, known[^1].MessageId, "broadcast:send 1");
        var press = await world.AnsweredAsync(await world.Sandbox.Client.PressAsync(forged, world.Limit));
        Assert.StartsWith("What I store", (await world.AskAsync(EndToEnd.Ben, "/privacy")).Text, StringComparison.Ordinal);

        Assert.Equal(known.Count + 3, (await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit)).Count); // his two, and one answer
        Assert.Null(press.AnswerText);
        Assert.Equal(0, world.Ask("SELECT COUNT(*) FROM Deliveries WHERE Lane = 3"));
        Assert.Equal(1, world.Ask("SELECT COUNT(*) FROM Broadcasts"));
        Assert.Equal(2, bot.Printed.Split("warning: ").Count(line => line.Contains("Person 1002 in chat 1002 tried /broadcast", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_draft_that_was_cancelled_or_replaced_says_so_and_sends_nothing()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/start");
        var first = await world.DraftAsync("first");
        var second = await world.DraftAsync("second");
        await world.PressAsync(second, "drop");

        Assert.Equal(English.BroadcastReplaced, (await world.PressAsync(first, "send")).AnswerText);
        Assert.Equal(English.BroadcastDropped, (await world.PressAsync(second, "send")).AnswerText);
        Assert.Equal(English.BroadcastHowTo, (await world.AskAsync(EndToEnd.Olena, "/broadcast")).Text);
        Assert.Equal(0, world.Ask("SELECT COUNT(*) FROM Deliveries WHERE Lane = 3"));
    }

    [Fact]
    public async Task Announcements_that_a_chat_turned_off_stay_off_after_a_restart()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using (var bot = await world.StartBotAsync())
        {
            await world.AskAsync(EndToEnd.Olena, "/start");
            await world.AskAsync(EndToEnd.Ben, "/start");
            Assert.Equal(English.AnnouncementsTurned(false), (await world.AskAsync(EndToEnd.Ben, "/announcements off")).Text);
            await bot.KillAsync(world.Limit);
        }

        using var again = await world.StartBotAsync();
        var draft = await world.DraftAsync("Hello");
        await world.PressAsync(draft, "send");
        Assert.Contains("Recipients: 1\nSent: 1\n", (await world.ReportedAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(0, await world.TimesAsync(EndToEnd.Ben, "Hello"));
    }

    [Fact]
    public async Task A_pause_holds_it_a_resume_goes_on_and_a_cancel_counts_who_goes_without()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync(("Telegram:MessagesPerSecond", "20"));
        await world.AddChatsAsync(400);
        var draft = await world.DraftAsync("Slowly");
        await world.PressAsync(draft, "send");
        await world.StoredAsync(SentSoFar, sent => sent > 10);

        await world.PressAsync(draft, "pause");
        await world.Newsroom.PolledAsync(2, world.Limit); // One that was chosen before the pause may still begin after it.
        await world.StoredAsync("SELECT COUNT(*) FROM Deliveries WHERE Lane = 3 AND State = 1", sending => sending == 0);
        var held = world.Ask(SentSoFar);
        await world.Newsroom.PolledAsync(3, world.Limit);
        Assert.Equal(held, world.Ask(SentSoFar));
        Assert.InRange(held, 10, 350);

        await world.PressAsync(draft, "resume");
        await world.StoredAsync(SentSoFar, sent => sent > held + 10);
        await world.PressAsync(draft, "stop");
        await world.PressAsync(draft, "cancel");
        var report = await world.ReportedAsync();
        var sent = world.Ask(SentSoFar);
        Assert.Contains($"was cancelled.\n\nRecipients: 400\nSent: {sent}\nBlocked: 0\nFailed: 0\nUnknown: 0\nCancelled: {400 - sent}\n", report.Text, StringComparison.Ordinal);
        Assert.Equal(English.BroadcastOver, (await world.PressAsync(draft, "resume")).AnswerText);
    }

    [Fact]
    public async Task News_goes_before_a_broadcast_that_was_there_first()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync(("Telegram:MessagesPerSecond", "20"));
        await world.AddChatsAsync(600);
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        await world.PressAsync(await world.DraftAsync("A long way"), "send");
        await world.StoredAsync(SentSoFar, sent => sent > 5);

        var item = NewsItem.About("NATO", "nato-school");
        world.Newsroom.Publish(item);
        await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
        Assert.NotEqual(0, world.Ask("SELECT COUNT(*) FROM Deliveries WHERE Lane = 3 AND State = 0"));
    }

    [Fact]
    public async Task What_is_refused_by_one_chat_after_another_pauses_itself_and_says_why()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AddChatsAsync(100);
        var source = await world.Sandbox.Client.SendTextAsync(EndToEnd.Olena, "/help", world.Limit);
        var draft = await world.DraftAsync(new NewText(EndToEnd.Olena, EndToEnd.Olena, "/broadcast", ReplyTo: source.MessageId));
        using (var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }))
        {
            var address = new Uri(world.Sandbox.Address, $"/bot{new SandboxOptions().Token}/deleteMessage?chat_id={EndToEnd.Olena}&message_id={source.MessageId}");
            (await http.GetAsync(address, world.Limit)).EnsureSuccessStatusCode();
        }

        await world.PressAsync(draft, "send");
        var paused = await world.ToldAsync(message => message.Text.Contains("was paused automatically", StringComparison.Ordinal) && message.EditedAt is null);
        Assert.Contains("message to copy not found", paused.Text, StringComparison.Ordinal);
        Assert.InRange(world.Ask("SELECT COUNT(*) FROM Deliveries WHERE Lane = 3 AND State = 3"), 10, 40);
        await world.PressAsync(paused, "cancel");
        Assert.Contains("Sent: 0\n", (await world.ReportedAsync()).Text, StringComparison.Ordinal);
    }

    private const string SentSoFar = "SELECT COUNT(*) FROM Deliveries WHERE Lane = 3 AND State = 2";
}

public sealed class BroadcastByPollingTests() : BroadcastTests(UpdatesBy.Polling);

public sealed class BroadcastByWebhookTests() : BroadcastTests(UpdatesBy.Webhook);
