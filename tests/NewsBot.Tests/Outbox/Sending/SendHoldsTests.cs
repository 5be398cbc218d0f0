using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class SendHoldsTests : IDisposable
{
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly SendHolds holds;

    public SendHoldsTests() => holds = new SendHolds(store.Factory, time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData(3600, 1, 3600)]
    [InlineData(1, 3600, 3600)]
    public async Task Of_two_holds_the_longer_stands_and_outlives_a_restart(int first, int second, int standing)
    {
        await ThrottleAsync(7, false, TimeSpan.FromSeconds(first));
        await ThrottleAsync(8, false, TimeSpan.FromSeconds(second));
        Assert.Equal(TimeSpan.FromSeconds(second), holds.Everyone);
        await ThrottleAsync(7, false, TimeSpan.FromSeconds(first));
        Assert.Equal(TimeSpan.FromSeconds(standing), holds.Everyone);

        var again = new SendHolds(store.Factory, time);
        await again.LoadAsync(Stop);
        Assert.Equal(TimeSpan.FromSeconds(standing), again.Everyone);
    }

    [Fact]
    public async Task A_chat_over_its_budget_is_held_alone_for_half_a_day_and_over_a_restart()
    {
        Assert.False(holds.Throttled(-7, withinOwnBudget: false, HalfADay));
        await SaveAsync();
        var again = new SendHolds(store.Factory, time);
        await again.LoadAsync(Stop);
        Assert.Equal([-7L], again.Chats);
        Assert.Equal(TimeSpan.Zero, again.Everyone);
        time.Advance(HalfADay);
        Assert.Empty(again.Chats);
    }

    [Fact]
    public void One_chat_inside_its_budget_holds_everyone_for_seconds_and_a_second_one_for_as_long_as_it_takes()
    {
        Assert.True(holds.Throttled(7, withinOwnBudget: true, HalfADay));
        Assert.Equal(TimeSpan.FromSeconds(30), holds.Everyone);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal([7L], holds.Chats);

        Assert.True(holds.Throttled(8, withinOwnBudget: true, HalfADay));
        Assert.Equal(HalfADay, holds.Everyone);
    }

    [Fact]
    public void Two_chats_over_their_budgets_at_quite_different_times_are_no_sign_of_more()
    {
        Assert.False(holds.Throttled(-7, withinOwnBudget: false, TimeSpan.FromSeconds(40)));
        time.Advance(TimeSpan.FromSeconds(6));
        Assert.False(holds.Throttled(-8, withinOwnBudget: false, TimeSpan.FromSeconds(40)));
        Assert.Equal(TimeSpan.Zero, holds.Everyone);
    }

    [Fact]
    public async Task Holds_that_are_over_leave_the_store()
    {
        await ThrottleAsync(-7, false, TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromMinutes(1));
        await ThrottleAsync(-8, false, TimeSpan.FromSeconds(5));
        await using var db = store.Open();
        Assert.Equal([-8L], await db.SendHolds.Select(hold => hold.ChatId).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_hold_of_before_the_clock_was_set_back_is_not_believed()
    {
        await ThrottleAsync(7, false, TimeSpan.FromSeconds(30));
        await ThrottleAsync(8, false, TimeSpan.FromSeconds(30));
        var yearBefore = new FakeTimeProvider(time.GetUtcNow().AddYears(-1));
        var again = new SendHolds(store.Factory, yearBefore);
        await again.LoadAsync(Stop);
        Assert.Equal(TimeSpan.Zero, again.Everyone);
        Assert.Empty(again.Chats);
        Assert.True(again.Throttled(9, withinOwnBudget: true, TimeSpan.FromSeconds(20)));
        Assert.Equal(TimeSpan.FromSeconds(20), again.Everyone);
    }

    [Fact]
    public void No_hold_is_longer_than_a_day()
    {
        holds.Throttled(7, withinOwnBudget: false, TimeSpan.FromSeconds(1_000_000_000));
        holds.Throttled(8, withinOwnBudget: false, TimeSpan.FromSeconds(1_000_000_000));
        Assert.Equal(TimeSpan.FromDays(1), holds.Everyone);
    }

    private async Task ThrottleAsync(long chat, bool withinOwnBudget, TimeSpan retryAfter)
    {
        holds.Throttled(chat, withinOwnBudget, retryAfter);
        await SaveAsync();
    }

    private async Task SaveAsync()
    {
        await using var db = store.Open();
        await holds.SaveAsync(db, Stop);
        await db.SaveChangesAsync(Stop);
        holds.Saved();
    }
}
