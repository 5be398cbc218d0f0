using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Control;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace NewsBot.Tests.Sandbox;

/// <summary>The library the service itself uses, against the Sandbox.</summary>
public sealed class TelegramBotClientTests : SandboxTest
{
    private TelegramBotClient Bot => new(new TelegramBotClientOptions(Options.Token, Server.Address.ToString()) { RetryThreshold = 0 }, Http);

    [Fact]
    public async Task It_sends_edits_and_deletes()
    {
        await StartAsync();

        var sent = await Bot.SendMessage(Olena, "<b>NATO</b> &amp; <a href=\"http://127.0.0.1:8080/a\">more</a>", ParseMode.Html,
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("Why", "why:1")));
        var edited = await Bot.EditMessageText(Olena, sent.Id, "new");
        await Bot.DeleteMessage(Olena, sent.Id);

        Assert.Equal("NATO & more", sent.Text);
        Assert.Equal([MessageEntityType.Bold, MessageEntityType.TextLink], sent.Entities!.Select(entity => entity.Type));
        Assert.Equal(Time.GetUtcNow().UtcDateTime, sent.Date);
        Assert.NotNull(edited.EditDate);
        Assert.Equal("/start", Assert.Single(await People.GetMessagesAsync(Olena)).Text);
    }

    [Fact]
    public async Task It_reads_messages_presses_and_memberships()
    {
        await StartAsync();
        var sent = await Bot.SendMessage(Olena, "news");
        await People.SendTextAsync(Olena, "/subscribe NATO");
        await People.PressAsync(new NewPress(Olena, Olena, sent.Id, "why:1"));
        await People.BlockAsync(Olena);

        var updates = await Bot.GetUpdates();

        Assert.Equal([UpdateType.Message, UpdateType.CallbackQuery, UpdateType.MyChatMember], updates.Select(update => update.Type));
        Assert.Equal(MessageEntityType.BotCommand, updates[0].Message!.Entities![0].Type);
        Assert.Equal("uk", updates[0].Message!.From!.LanguageCode);
        Assert.Equal(sent.Id, updates[1].CallbackQuery!.Message!.Id);
        Assert.Equal(ChatMemberStatus.Kicked, updates[2].MyChatMember!.NewChatMember.Status);
    }

    [Fact]
    public async Task A_blocked_bot_learns_it_by_403()
    {
        await StartAsync();
        await People.BlockAsync(Olena);

        var failure = await Assert.ThrowsAsync<ApiRequestException>(() => Bot.SendMessage(Olena, "news"));

        Assert.Equal((403, "Forbidden: bot was blocked by the user"), (failure.ErrorCode, failure.Message));
    }

    [Fact]
    public async Task Too_many_messages_are_429_with_the_seconds_to_wait()
    {
        await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await Bot.SendMessage(Olena, $"news {i}");
        }

        var failure = await Assert.ThrowsAsync<ApiRequestException>(() => Bot.SendMessage(Olena, "one too many"));

        Assert.Equal((429, 1), (failure.ErrorCode, failure.Parameters!.RetryAfter));
    }

    [Fact]
    public async Task A_group_that_moved_gives_its_new_id()
    {
        var successor = await People.MigrateAsync(Newsroom);

        var failure = await Assert.ThrowsAsync<ApiRequestException>(() => Bot.SendMessage(Newsroom, "news"));

        Assert.Equal(successor.Id, failure.Parameters!.MigrateToChatId);
        Assert.Equal("news", (await Bot.SendMessage(successor.Id, "news")).Text);
        Assert.Equal(1, (await Bot.GetUpdates()).Count(update => update.Message?.MigrateToChatId == successor.Id));
    }

    [Fact]
    public async Task It_understands_chats_members_and_commands()
    {
        await Bot.SetMyCommands([new BotCommand("list", "Your topics")], new BotCommandScopeAllPrivateChats());

        Assert.Equal("Newsroom", (await Bot.GetChat(Newsroom)).Title);
        Assert.IsType<ChatMemberOwner>(await Bot.GetChatMember(Newsroom, Olena));
        Assert.IsType<ChatMemberMember>(await Bot.GetChatMember(Newsroom, Ben));
        await People.SetRoleAsync(Newsroom, Ben, MemberRole.Administrator);
        Assert.IsType<ChatMemberAdministrator>(await Bot.GetChatMember(Newsroom, Ben));
        Assert.Equal("list", Assert.Single(await Bot.GetMyCommands(new BotCommandScopeAllPrivateChats())).Command);
        Assert.Equal("list", Assert.Single(await People.GetCommandsAsync(Olena, Olena)).Command);
        Assert.Empty(await People.GetCommandsAsync(Newsroom, Olena));
        Assert.Equal("NewsBotSandboxBot", (await Bot.GetMe()).Username);
    }
}
