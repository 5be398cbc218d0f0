using Microsoft.EntityFrameworkCore;
using NewsBot.Broadcasts;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Tests.Broadcasts;

public sealed class BroadcastRecipientsTests : IDisposable
{
    private readonly BroadcastStore store = new();

    private static CancellationToken Stop => BroadcastStore.Stop;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task It_is_for_every_chat_and_thread_that_can_be_written_to_and_has_not_turned_announcements_off()
    {
        await store.AddAsync(11);
        await store.AddAsync(-12);
        await store.AddAsync(-1013, thread: 4);
        await store.AddAsync(14, SubscriberState.Unreachable);
        await store.AddAsync(15, announcementsOff: true);
        var id = await store.StartAsync();
        await store.StepToRestAsync(id);

        Assert.Equal([new ChatAddress(11), new(-12), new(-1013, 4)], await RecipientsAsync());
        Assert.Equal(3, (await store.ReadAsync(id)).Recipients);
    }

    [Fact]
    public async Task Who_comes_after_it_was_sent_is_no_recipient()
    {
        await store.AddAsync(11);
        var id = await store.StartAsync();
        await store.AddAsync(12);
        await store.StepToRestAsync(id);
        Assert.Equal([new ChatAddress(11)], await RecipientsAsync());
    }

    [Fact]
    public async Task It_is_owed_in_chunks_and_each_one_goes_on_where_the_last_one_ended()
    {
        await store.AddChatsAsync(100, 12_500);
        var id = await store.StartAsync();
        List<(long Cursor, int Owed)> steps = [];
        do
        {
            await store.StepAsync(id);
            steps.Add(((await store.ReadAsync(id)).Cursor, (await RecipientsAsync()).Count));
        }
        while ((await store.ReadAsync(id)).OwedAt is null);

        Assert.Equal([(5_000, 5_000), (10_000, 10_000), (12_500, 12_500)], steps);
    }

    [Fact]
    public async Task A_chunk_that_is_not_committed_leaves_nothing_and_one_that_is_done_again_owes_nothing_twice()
    {
        await store.AddChatsAsync(100, 50);
        var id = await store.StartAsync();
        await using (var db = store.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            await db.EnqueueChunkAsync(await db.Broadcasts.SingleAsync(Stop), TimeSpan.FromDays(2), store.Time.GetUtcNow(), Stop);
            Assert.Equal(50, await db.Deliveries.CountAsync(Stop));
        }

        Assert.Empty(await RecipientsAsync());
        await store.StepAsync(id);
        await store.ChangeAsync(id, (_, broadcast) =>
        {
            (broadcast.Cursor, broadcast.OwedAt) = (0, null);
            return Task.CompletedTask;
        });
        await store.StepToRestAsync(id);
        Assert.Equal(50, (await RecipientsAsync()).Count);
    }

    [Fact]
    public async Task It_goes_to_nobody_where_there_is_nobody()
    {
        var id = await store.StartAsync();
        await store.StepToRestAsync(id);
        Assert.Equal(BroadcastState.Done, (await store.ReadAsync(id)).State);
    }

    private async Task<IReadOnlyList<ChatAddress>> RecipientsAsync()
    {
        await using var db = store.Open();
        var deliveries = await db.Deliveries.AsNoTracking().Where(delivery => delivery.Lane == Lane.Broadcast).OrderBy(delivery => delivery.Id).ToListAsync(Stop);
        return [.. deliveries.Select(delivery => delivery.Address)];
    }
}
