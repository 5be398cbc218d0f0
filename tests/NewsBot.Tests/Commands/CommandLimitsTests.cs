using Microsoft.Extensions.Options;
using NewsBot.Commands;
using NewsBot.Messages;

namespace NewsBot.Tests.Commands;

public sealed class CommandLimitsTests : IDisposable
{
    private readonly CommandLimits limits = new(Options.Create(new CommandOptions { PerMinutePerPerson = 5, PerMinutePerChat = 8 }));

    public void Dispose() => limits.Dispose();

    [Fact]
    public void One_person_is_stopped_told_once_and_nobody_else_is()
    {
        var checks = Enumerable.Range(0, 100).Select(_ => limits.Check(From(1, 1))).ToList();
        Assert.All(checks.Take(5), check => Assert.Equal(LimitCheck.WithinLimit, check));
        Assert.Equal(1, checks.Count(check => check == LimitCheck.OverLimitForTheFirstTime));
        Assert.Equal(LimitCheck.WithinLimit, limits.Check(From(2, 2)));
    }

    [Fact]
    public void A_chat_has_a_limit_of_its_own_however_many_people_write_in_it()
    {
        var checks = Enumerable.Range(1, 100).Select(person => limits.Check(From(person, -7))).ToList();
        Assert.All(checks.Take(8), check => Assert.Equal(LimitCheck.WithinLimit, check));
        Assert.Equal(1, checks.Count(check => check == LimitCheck.OverLimitForTheFirstTime));
        Assert.Equal(LimitCheck.WithinLimit, limits.Check(From(1, 1)));
    }

    private static IncomingText From(long person, long chat) =>
        new(1, new ChatAddress(chat), chat > 0 ? ChatKind.Private : ChatKind.Group, person, "en", "/topics", 1, false, null);
}
