using System.Text.Json.Nodes;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Control;

namespace NewsBot.Tests.Sandbox;

public sealed class ChatStandingTests : SandboxTest
{
    [Fact]
    public async Task Each_way_to_lose_a_chat_has_its_own_words()
    {
        await People.AddChatAsync(new NewChat(ChatKind.Channel, "Wire", Admins: [Olena], IsBotAdministrator: false));
        var channel = (await People.AddChatAsync(new NewChat(ChatKind.Channel, "Desk", Admins: [Olena]))).Id;
        var supergroup = (await People.AddChatAsync(new NewChat(ChatKind.Supergroup, "Editors", [Ben], [Olena]))).Id;
        await People.SendTextAsync(Ben, "/start");
        await People.DeactivateAsync(Ben);

        Assert.Equal("Forbidden: bot can't initiate conversation with a user", await SendAsync(Olena));
        Assert.Equal("Forbidden: user is deactivated", await SendAsync(Ben));
        Assert.Equal("Bad Request: chat not found", await SendAsync(4711));
        Assert.Equal("Bad Request: chat_id is empty", await RefusalAsync("sendMessage", new { text = "x" }));
        Assert.Equal("Bad Request: need administrator rights in the channel chat", await SendAsync(channel + 1));
        await People.KickAsync(channel);
        Assert.Equal("Forbidden: bot was kicked from the channel chat", await SendAsync(channel));
        await People.RestrictAsync(supergroup);
        Assert.Equal("Bad Request: not enough rights to send text messages to the chat", await SendAsync(supergroup));
        await People.AddBotAsync(supergroup);
        await ResultAsync("leaveChat", new { chat_id = supergroup });
        Assert.Equal("Forbidden: bot is not a member of the supergroup chat", await SendAsync(supergroup));
        await People.DeleteChatAsync(supergroup);
        Assert.Equal("Bad Request: chat not found", await SendAsync(supergroup));
        await People.DeleteChatAsync(Newsroom);
        Assert.Equal("Forbidden: the group chat was deleted", await SendAsync(Newsroom));
    }

    [Fact]
    public async Task Blocking_and_unblocking_reach_the_bot_as_my_chat_member()
    {
        await StartAsync();

        await People.BlockAsync(Olena);
        await People.UnblockAsync(Olena);

        Assert.Equal(["member kicked", "kicked member"], (await UpdatesAsync()).Select(Change));
        await ResultAsync("sendMessage", new { chat_id = Olena, text = "welcome back" });
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_cannot_type_to_it()
    {
        await StartAsync();
        await People.BlockAsync(Olena);

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => People.SendTextAsync(Olena, "hello"));

        Assert.Equal("Nobody can write in this chat now.", failure.Message);
    }

    [Fact]
    public async Task A_group_that_becomes_a_supergroup_says_so_in_both_chats()
    {
        var successor = await People.MigrateAsync(Newsroom);

        var updates = await UpdatesAsync();
        Assert.Equal(successor.Id, updates[0]!["message"]!["migrate_to_chat_id"]!.GetValue<long>());
        Assert.Equal(Newsroom, updates[1]!["message"]!["migrate_from_chat_id"]!.GetValue<long>());
        Assert.Equal(1, updates[1]!["message"]!["message_id"]!.GetValue<int>());
        var refusal = await CallAsync("sendMessage", new { chat_id = Newsroom, text = "x" });
        Assert.Equal(successor.Id, refusal["parameters"]!["migrate_to_chat_id"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_closed_or_deleted_thread_is_not_found()
    {
        var forum = (await People.AddChatAsync(new NewChat(ChatKind.Supergroup, "Desks", Admins: [Olena], IsForum: true))).Id;
        var sport = await People.OpenThreadAsync(forum, new NewThread("Sport", Olena));
        var world = await People.OpenThreadAsync(forum, new NewThread("World", Olena));

        var sent = await ResultAsync("sendMessage", new { chat_id = forum, text = "x", message_thread_id = sport.Id });
        await People.CloseThreadAsync(forum, sport.Id);
        await People.DeleteThreadAsync(forum, world.Id);

        Assert.Equal(sport.Id, sent["message_thread_id"]!.GetValue<int>());
        foreach (var thread in new[] { sport.Id, world.Id, 1 })
        {
            Assert.Equal("Bad Request: message thread not found", await RefusalAsync("sendMessage", new { chat_id = forum, text = "x", message_thread_id = thread }));
        }
    }

    [Fact]
    public async Task Private_chats_and_groups_share_a_counter_and_a_supergroup_has_its_own()
    {
        var supergroup = (await People.AddChatAsync(new NewChat(ChatKind.Supergroup, "Editors", Admins: [Olena]))).Id;

        Assert.Equal(1, (await People.SendTextAsync(Olena, "/start")).MessageId);
        Assert.Equal(2, (await People.SendTextAsync(new NewText(Newsroom, Ben, "hello"))).MessageId);
        Assert.Equal(3, (await People.SendTextAsync(Ben, "/start")).MessageId);
        Assert.Equal(2, (await People.SendTextAsync(new NewText(supergroup, Olena, "hello"))).MessageId);
    }

    [Fact]
    public async Task In_a_group_the_bot_sees_commands_and_replies_to_it_alone()
    {
        var sent = await ResultAsync("sendMessage", new { chat_id = Newsroom, text = "hello" });
        await People.SendTextAsync(new NewText(Newsroom, Ben, "between us"));
        await People.SendTextAsync(new NewText(Newsroom, Ben, "/list@OtherBot"));
        await People.SendTextAsync(new NewText(Newsroom, Ben, "/list"));
        await People.SendTextAsync(new NewText(Newsroom, Ben, "/list@NewsBotSandboxBot"));
        await People.SendTextAsync(new NewText(Newsroom, Ben, "hello yourself", ReplyTo: sent["message_id"]!.GetValue<int>()));

        Assert.Equal(["/list", "/list@NewsBotSandboxBot", "hello yourself"], (await UpdatesAsync()).Select(update => $"{update!["message"]!["text"]}"));
    }

    [Fact]
    public async Task A_channel_post_has_a_channel_and_no_person()
    {
        var channel = (await People.AddChatAsync(new NewChat(ChatKind.Channel, "Wire", Admins: [Olena]))).Id;
        await People.SendTextAsync(new NewText(channel, Olena, "post"));

        var post = (await UpdatesAsync())[^1]!["channel_post"]!;
        Assert.Null(post["from"]);
        Assert.Equal("channel", post["sender_chat"]!["type"]!.GetValue<string>());
    }

    private Task<string> SendAsync(long chat) => RefusalAsync("sendMessage", new { chat_id = chat, text = "x" });

    private static string Change(JsonNode? update) =>
        $"{update!["my_chat_member"]!["old_chat_member"]!["status"]} {update["my_chat_member"]!["new_chat_member"]!["status"]}";
}
