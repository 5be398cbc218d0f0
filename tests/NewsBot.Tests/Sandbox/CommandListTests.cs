
namespace NewsBot.Tests.Sandbox;

public sealed class CommandListTests : SandboxTest
{
    [Fact]
    public async Task The_narrowest_scope_in_the_persons_language_is_offered()
    {
        await SetAsync("list", new { type = "default" });
        await SetAsync("перелік", new { type = "default" }, expected: "Bad Request: BOT_COMMAND_INVALID");
        await SetAsync("mine", new { type = "all_private_chats" }, "uk");
        await SetAsync("ours", new { type = "all_group_chats" });
        await SetAsync("rule", new { type = "all_chat_administrators" });

        Assert.Equal("mine", await OfferedAsync(Olena, Olena));
        Assert.Equal("list", await OfferedAsync(Ben, Ben));
        Assert.Equal("rule", await OfferedAsync(Newsroom, Olena));
        Assert.Equal("ours", await OfferedAsync(Newsroom, Ben));
        await ResultAsync("deleteMyCommands", new { scope = new { type = "all_chat_administrators" } });
        Assert.Equal("ours", await OfferedAsync(Newsroom, Olena));
    }

    private async Task SetAsync(string command, object scope, string language = "", string? expected = null)
    {
        var answer = await CallAsync("setMyCommands", new { commands = new[] { new { command, description = "does it" } }, scope, language_code = language });
        Assert.Equal(expected, answer["description"]?.GetValue<string>());
    }

    private async Task<string> OfferedAsync(long chat, long person) => Assert.Single(await People.GetCommandsAsync(chat, person)).Command;
}
