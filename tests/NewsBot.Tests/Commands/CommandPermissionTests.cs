using Microsoft.Extensions.Options;
using Moq;
using NewsBot.Commands;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;
using NewsBot.Subscribers;

namespace NewsBot.Tests.Commands;

public sealed class CommandPermissionTests
{
    private const long Group = -100;
    private const long Administrator = 1;
    private const long Member = 2;

    private readonly Mock<IMessenger> messenger = new();

    public CommandPermissionTests() => messenger
        .Setup(edge => edge.IsAdministratorAsync(Group, Administrator, It.IsAny<CancellationToken>()))
        .ReturnsAsync(true);

    [Theory]
    [InlineData(Administrator, true)]
    [InlineData(Member, false)]
    public async Task In_a_group_Telegram_is_asked_who_may_change(long user, bool may) =>
        Assert.Equal(may, await Permission().MayChangeAsync(Text(Group, ChatKind.Group, user), TestContext.Current.CancellationToken));

    [Fact]
    public async Task In_a_private_chat_nobody_is_asked()
    {
        Assert.True(await Permission().MayChangeAsync(Text(Member, ChatKind.Private, Member), TestContext.Current.CancellationToken));
        messenger.VerifyNoOtherCalls();
    }

    [Fact]
    public void Who_runs_the_bot_goes_by_number_and_never_as_the_chat_itself()
    {
        Assert.True(Permission().IsBotAdmin(Text(Group, ChatKind.Group, Administrator)));
        Assert.False(Permission().IsBotAdmin(Text(Group, ChatKind.Group, Member)));
        Assert.False(Permission().IsBotAdmin(Text(Group, ChatKind.Group, Administrator) with { FromChatItself = true }));
    }

    private CommandPermission Permission() =>
        new(messenger.Object, Options.Create(new RoleOptions { Admins = [Administrator] }));

    private static IncomingText Text(long chat, ChatKind kind, long user) =>
        new(1, new ChatAddress(chat), kind, user, "en", "/subscribe NATO", 1, false, null);
}
