using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
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
    private readonly FakeTimeProvider time = new() { AutoAdvanceAmount = TimeSpan.Zero };
    private readonly CommandPermission permission;

    public CommandPermissionTests()
    {
        Answers(Administrator, AdministratorStatus.Administrator);
        Answers(Member, AdministratorStatus.NotAdministrator);
        permission = new(messenger.Object, Options.Create(new RoleOptions { Admins = [Administrator] }), time, NullLogger<CommandPermission>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Administrator, true)]
    [InlineData(Member, false)]
    public async Task In_a_group_Telegram_is_asked_who_may_change(long user, bool may) => Assert.Equal(
        may ? AdministratorStatus.Administrator : AdministratorStatus.NotAdministrator,
        await permission.CheckAsync(Text(Group, ChatKind.Group, user), Stop));

    [Fact]
    public async Task In_a_private_chat_nobody_is_asked()
    {
        Assert.Equal(AdministratorStatus.Administrator, await permission.CheckAsync(Text(Member, ChatKind.Private, Member), Stop));
        messenger.VerifyNoOtherCalls();
    }

    [Fact]
    public async Task An_answer_holds_for_a_minute_and_not_longer()
    {
        await permission.CheckAsync(Text(Group, ChatKind.Group, Administrator), Stop);
        Answers(Administrator, AdministratorStatus.NotAdministrator);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(AdministratorStatus.Administrator, await permission.CheckAsync(Text(Group, ChatKind.Group, Administrator), Stop));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(AdministratorStatus.NotAdministrator, await permission.CheckAsync(Text(Group, ChatKind.Group, Administrator), Stop));
    }

    [Fact]
    public async Task What_could_not_be_found_out_is_asked_again_and_never_remembered()
    {
        messenger.SetupSequence(edge => edge.CheckAdministratorAsync(Group, Administrator, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AdministratorCheck(AdministratorStatus.Unknown))
            .ReturnsAsync(new AdministratorCheck(AdministratorStatus.Unknown, TimeSpan.FromSeconds(4)))
            .ReturnsAsync(new AdministratorCheck(AdministratorStatus.Administrator));
        Assert.Equal(AdministratorStatus.Administrator, await WithTimeAsync(permission.CheckAsync(Text(Group, ChatKind.Group, Administrator), Stop)));

        Answers(Member, AdministratorStatus.Unknown);
        Assert.Equal(AdministratorStatus.Unknown, await WithTimeAsync(permission.CheckAsync(Text(Group, ChatKind.Group, Member), Stop)));
        Answers(Member, AdministratorStatus.NotAdministrator);
        Assert.Equal(AdministratorStatus.NotAdministrator, await permission.CheckAsync(Text(Group, ChatKind.Group, Member), Stop));
    }

    [Fact]
    public async Task Telegram_is_not_asked_again_before_the_time_that_it_names()
    {
        messenger.Setup(edge => edge.CheckAdministratorAsync(Group, Member, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new AdministratorCheck(AdministratorStatus.Unknown, TimeSpan.FromMinutes(1)));
        Assert.Equal(AdministratorStatus.Unknown, await permission.CheckAsync(Text(Group, ChatKind.Group, Member), Stop));
        messenger.Verify(edge => edge.CheckAdministratorAsync(Group, Member, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public void Who_runs_the_bot_goes_by_number_and_never_as_the_chat_itself()
    {
        Assert.True(permission.IsBotAdmin(Text(Group, ChatKind.Group, Administrator)));
        Assert.False(permission.IsBotAdmin(Text(Group, ChatKind.Group, Member)));
        Assert.False(permission.IsBotAdmin(Text(Group, ChatKind.Group, Administrator) with { FromChatItself = true }));
    }

    private void Answers(long user, AdministratorStatus status) => messenger
        .Setup(edge => edge.CheckAdministratorAsync(Group, user, It.IsAny<CancellationToken>()))
        .ReturnsAsync(new AdministratorCheck(status));

    private async Task<AdministratorStatus> WithTimeAsync(Task<AdministratorStatus> check)
    {
        while (!check.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await check;
    }

    private static IncomingText Text(long chat, ChatKind kind, long user) =>
        new(1, new ChatAddress(chat), kind, user, "en", "/subscribe NATO", 1, false, null);
}
