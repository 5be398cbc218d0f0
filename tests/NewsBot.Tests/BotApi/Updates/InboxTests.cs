using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.BotApi.Updates;
using NewsBot.Commands;
using NewsBot.Hosting;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.BotApi.Updates;

public sealed class InboxTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Inbox inbox;

    public InboxTests() => inbox = new Inbox(store.Factory, new WorkSignal<InboxUpdate>(), time, NullLogger<Inbox>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task A_hundred_updates_keep_the_order_they_came_in()
    {
        long[] numbers = [.. Enumerable.Range(0, 100).Select(i => (long)(i * 7919 % 1000))];
        await inbox.StoreAsync([.. numbers.Select(number => new ReceivedUpdate(number, "{}"))], Cancel);
        using var db = store.Open();
        Assert.Equal(numbers, db.InboxUpdates.OrderBy(update => update.Id).Select(update => update.UpdateId));
    }

    [Fact]
    public async Task What_people_wrote_is_forgotten_when_it_is_handled_and_its_number_a_week_later()
    {
        await inbox.StoreAsync([new ReceivedUpdate(1, "what I wrote"), new ReceivedUpdate(2, "not handled")], Cancel);
        using (var db = store.Open())
        {
            db.InboxUpdates.Single(update => update.UpdateId == 1).Handled(time.GetUtcNow());
            await db.SaveChangesAsync(Cancel);
        }

        await inbox.StoreAsync([new ReceivedUpdate(1, "what I wrote")], Cancel);
        Assert.Equal([(1L, null), (2L, "not handled")], Rows());
        time.Advance(TimeSpan.FromDays(6.9));
        Assert.False(await inbox.PruneAsync(Cancel));
        Assert.Equal(2, Rows().Count);
        time.Advance(TimeSpan.FromDays(0.2));
        Assert.False(await inbox.PruneAsync(Cancel));
        Assert.Equal([(2L, "not handled")], Rows());
    }

    [Fact]
    public async Task Old_numbers_go_in_batches()
    {
        using (var db = store.Open())
        {
            db.AddRange(Enumerable.Range(0, 2500).Select(i => new InboxUpdate { UpdateId = i, HandledAt = time.GetUtcNow() }));
            await db.SaveChangesAsync(Cancel);
        }

        time.Advance(TimeSpan.FromDays(8));
        List<bool> more = [await inbox.PruneAsync(Cancel), await inbox.PruneAsync(Cancel), await inbox.PruneAsync(Cancel)];
        Assert.Equal([true, true, false], more);
        Assert.Empty(Rows());
    }

    private List<(long, string?)> Rows()
    {
        using var db = store.Open();
        return [.. db.InboxUpdates.OrderBy(update => update.Id).AsEnumerable().Select(update => (update.UpdateId, update.Json))];
    }
}
