using System.Text.Json.Nodes;
using NewsBot.Sandbox.Control;

namespace NewsBot.Tests.Sandbox;

public sealed class EditAndDeleteTests : SandboxTest
{
    [Fact]
    public async Task An_edit_that_changes_nothing_is_refused()
    {
        var id = await SendAsync("same");

        Assert.Equal(
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
            await RefusalAsync("editMessageText", new { chat_id = Olena, message_id = id, text = "same" }));
    }

    [Fact]
    public async Task An_edit_without_a_keyboard_takes_the_keyboard_away()
    {
        var id = await SendAsync("x", """{"inline_keyboard":[[{"text":"Why","callback_data":"w"}]]}""");

        await ResultAsync("editMessageReplyMarkup", new { chat_id = Olena, message_id = id });

        Assert.Empty((await People.GetMessagesAsync(Olena))[^1].Buttons);
    }

    [Fact]
    public async Task Only_the_bots_own_messages_that_exist_can_be_edited()
    {
        await StartAsync();

        Assert.Equal("Bad Request: message can't be edited", await RefusalAsync("editMessageText", new { chat_id = Olena, message_id = 1, text = "x" }));
        Assert.Equal("Bad Request: message to edit not found", await RefusalAsync("editMessageText", new { chat_id = Olena, message_id = 99, text = "x" }));
    }

    [Fact]
    public async Task A_message_can_be_deleted_for_48_hours()
    {
        var old = await SendAsync("old");
        Time.Advance(TimeSpan.FromHours(1));
        var young = await SendAsync("young");
        Time.Advance(TimeSpan.FromHours(47));

        Assert.Equal("Bad Request: message can't be deleted", await RefusalAsync("deleteMessage", new { chat_id = Olena, message_id = old }));
        await ResultAsync("deleteMessage", new { chat_id = Olena, message_id = young });
        Assert.Equal("Bad Request: message to delete not found", await RefusalAsync("deleteMessage", new { chat_id = Olena, message_id = young }));
    }

    [Fact]
    public async Task A_copy_is_a_new_message_and_a_forward_says_whence()
    {
        var id = await SendAsync("<b>news</b>");

        await ResultAsync("copyMessage", new { chat_id = Newsroom, from_chat_id = Olena, message_id = id });
        var forward = await ResultAsync("forwardMessage", new { chat_id = Newsroom, from_chat_id = Olena, message_id = id });

        Assert.Equal("NewsBotSandboxBot", forward["forward_origin"]!["sender_user"]!["username"]!.GetValue<string>());
        Assert.Equal(["news", "news"], (await People.GetMessagesAsync(Newsroom)).Select(message => message.Text));
        Assert.Equal([false, true], (await People.GetMessagesAsync(Newsroom)).Select(message => message.IsForwarded));
    }

    [Fact]
    public async Task A_copy_of_a_photo_is_a_photo_with_its_caption()
    {
        var photo = new JsonObject { ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "x", ["width"] = 90, ["height"] = 60 }) };
        var id = (await People.SendTextAsync(new NewText(Olena, Olena, "The office", Content: photo))).MessageId;
        var update = (await UpdatesAsync())[0]!["message"]!;
        Assert.Equal("The office", update["caption"]!.GetValue<string>());
        Assert.Null(update["text"]);

        var copy = await ResultAsync("copyMessage", new { chat_id = Newsroom, from_chat_id = Olena, message_id = id });
        var seen = Assert.Single(await People.GetMessagesAsync(Newsroom));
        Assert.Equal((copy["message_id"]!.GetValue<int>(), "photo", "The office"), (seen.MessageId, seen.Content, seen.Text));
        Assert.Equal(
            "Bad Request: message to copy not found",
            await RefusalAsync("copyMessage", new { chat_id = Newsroom, from_chat_id = Olena, message_id = 9_999 }));
    }

    [Fact]
    public async Task A_group_takes_twenty_edits_a_minute()
    {
        var id = (await ResultAsync("sendMessage", new { chat_id = Newsroom, text = "x" }))["message_id"]!.GetValue<int>();
        for (var i = 0; i < 20; i++)
        {
            await ResultAsync("editMessageText", new { chat_id = Newsroom, message_id = id, text = $"{i}" });
        }

        Assert.Equal("Too Many Requests: retry after 60", await RefusalAsync("editMessageText", new { chat_id = Newsroom, message_id = id, text = "y" }));
    }

    private async Task<int> SendAsync(string html, string? keyboard = null)
    {
        await People.SendTextAsync(Olena, "/start");
        return (await ResultAsync("sendMessage", new { chat_id = Olena, text = html, parse_mode = "HTML", reply_markup = keyboard }))["message_id"]!.GetValue<int>();
    }
}
