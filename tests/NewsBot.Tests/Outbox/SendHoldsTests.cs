using Microsoft.Extensions.Time.Testing;
using NewsBot.Outbox;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox;

public sealed class SendHoldsTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData(3600, 1, 3600)]
    [InlineData(1, 3600, 3600)]
    public async Task Of_two_holds_the_longer_stands_and_outlives_a_restart(int first, int second, int standing)
    {
        var holds = new SendHolds(store.Factory, time);
        await HoldAsync(holds, first);
        await HoldAsync(holds, second);
        Assert.Equal(TimeSpan.FromSeconds(standing), holds.Everyone);

        var again = new SendHolds(store.Factory, time);
        await again.LoadAsync(TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromSeconds(standing), again.Everyone);
    }

    private async Task HoldAsync(SendHolds holds, int seconds)
    {
        await using var db = store.Open();
        await holds.HoldAsync(db, SendHold.Everyone, TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
