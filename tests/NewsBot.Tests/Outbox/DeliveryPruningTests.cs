using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Broadcasts;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox;

public sealed class DeliveryPruningTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(Now);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task What_ended_long_ago_goes_in_batches_and_is_counted()
    {
        await AddAsync(Lane.News, 1, 1500, DeliveryState.Sent, Now.AddDays(-40));
        await AddAsync(Lane.News, 2, 3, DeliveryState.Blocked, Now.AddDays(-31));
        await AddAsync(Lane.News, 3, 2, DeliveryState.Sent, Now.AddDays(-29));
        await AddAsync(Lane.News, 4, 2, DeliveryState.Waiting, null);
        var rounds = 0;
        for (var pruning = new DeliveryPruning(store.Factory, time); await pruning.PruneAsync(Stop);)
        {
            rounds++;
        }

        Assert.Equal(2, rounds);
        await using var db = store.Open();
        Assert.Equal(4, await db.Deliveries.CountAsync(Stop));
        var counts = await db.DeliveryCounts.OrderBy(deliveryCount => deliveryCount.Day).ToListAsync(Stop);
        Assert.Equal([(DeliveryState.Sent, 1500), (DeliveryState.Blocked, 3)], counts.Select(deliveryCount => (deliveryCount.State, deliveryCount.Count)));
    }

    [Fact]
    public async Task A_broadcasts_report_still_knows_those_that_were_pruned()
    {
        await AddAsync(Lane.Broadcast, 9, 20, DeliveryState.Sent, Now.AddDays(-40));
        await AddAsync(Lane.Broadcast, 9, 5, DeliveryState.Sent, Now.AddDays(-1), firstChat: 100);
        await new DeliveryPruning(store.Factory, time).PruneAsync(Stop);
        await using var db = store.Open();
        var figures = await db.TallyAsync(new Broadcast { Id = 9, OwedAt = Now.AddDays(-41) }, Stop);
        Assert.Equal((25, 25), (figures.Recipients, figures.Sent));
    }

    private async Task AddAsync(Lane lane, long carried, int count, DeliveryState state, DateTimeOffset? finishedAt, long firstChat = 1)
    {
        await using var db = store.Open();
        db.Deliveries.AddRange(Enumerable.Range(0, count).Select(number => new Delivery
        {
            ChatId = firstChat + number,
            Lane = lane,
            CarriedId = carried,
            State = state,
            FinishedAt = finishedAt,
        }));
        await db.SaveChangesAsync(Stop);
    }
}
