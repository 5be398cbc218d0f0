using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class DeliveryClaimsTests : IDisposable
{
    private static readonly ClosedChats None = new([], [], null);

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly DeliveryClaims claims;
    private long carried;
    private long announcement;

    public DeliveryClaimsTests() => claims = new DeliveryClaims(store.Factory, time, NullLogger<DeliveryClaims>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Of_each_chat_the_first_that_waits_is_taken_and_marked()
    {
        await OweAsync(Lane.News, 7, 7, 8, -9, 7);
        Assert.Equal([(-9L, 4L), (7L, 1L), (8L, 3L)], await TakeAsync(0, 10));
        await using var db = store.Open();
        Assert.Equal(3, await db.Deliveries.CountAsync(delivery => delivery.State == DeliveryState.Sending && delivery.Attempts == 1, Stop));
        Assert.Equal([(7L, 2L)], await TakeAsync(0, 10));
    }

    [Fact]
    public async Task Every_chat_has_its_turn_before_one_has_its_second()
    {
        await OweAsync(Lane.News, 1, 1, 1, 2, 2, 3);
        var taken = new List<long>();
        for (var slot = 0; slot < 6; slot++)
        {
            taken.Add((await TakeAsync(0, 1)).Single().Chat);
        }

        Assert.Equal([1, 2, 3, 1, 2, 1], taken);
    }

    [Fact]
    public async Task A_closed_chat_costs_the_others_nothing_and_keeps_its_place()
    {
        await OweAsync(Lane.News, -7, 8);
        Assert.Equal([8L], (await TakeAsync(0, 2, new ClosedChats([-7], [], null))).Select(one => one.Chat));
        Assert.Equal([-7L], (await TakeAsync(0, 2)).Select(one => one.Chat));
    }

    [Fact]
    public async Task A_chat_that_takes_no_more_messages_may_take_edits()
    {
        await OweAsync(Lane.News, -7, -8);
        await using (var db = store.Open())
        {
            await db.Deliveries.Where(delivery => delivery.ChatId == -8).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.EditsMessageId, 5), Stop);
        }

        Assert.Equal([-8L], (await TakeAsync(0, 2, new ClosedChats([-7, -8], [-7], null))).Select(one => one.Chat));
    }

    [Fact]
    public async Task What_is_not_due_holds_up_what_comes_after_it_in_its_chat_alone()
    {
        await OweAsync(Lane.News, 7, 7, 8);
        await using (var db = store.Open())
        {
            await db.Deliveries.Where(delivery => delivery.Id == 1).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.Due, time.GetUtcNow().AddSeconds(1)), Stop);
        }

        Assert.Equal([(8L, 3L)], await TakeAsync(0, 5));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([(7L, 1L)], await TakeAsync(0, 5));
    }

    [Fact]
    public async Task Replies_have_slots_of_their_own_and_a_chat_is_taken_once()
    {
        await OweAsync(Lane.News, 7, 8);
        await OweAsync(Lane.Reply, 7, 9);
        Assert.Equal([7L, 9L, 8L], (await TakeAsync(5, 5)).Select(one => one.Chat));
    }

    [Fact]
    public async Task News_has_eight_of_ten_slots_and_all_that_digests_leave()
    {
        await AnnounceAsync(1, isOpen: true);
        await OweAsync(Lane.News, [.. Enumerable.Range(1, 30).Select(chat => (long)chat)]);
        await OweAsync(Lane.Broadcast, [.. Enumerable.Range(101, 30).Select(chat => (long)chat)]);
        Assert.Equal((9, 0, 1), Shares(await TakeAsync(0, 10)));
        await OweAsync(Lane.Digest, [.. Enumerable.Range(201, 30).Select(chat => (long)chat)]);
        Assert.Equal((8, 1, 1), Shares(await TakeAsync(0, 10)));
    }

    [Fact]
    public async Task An_announcement_that_is_closed_sends_nothing_and_holds_up_none_that_is_open()
    {
        await AnnounceAsync(1, isOpen: false);
        await OweAsync(Lane.Broadcast, 1, 2);
        Assert.Empty(await TakeAsync(0, 5));
        await AnnounceAsync(2, isOpen: true);
        await OweAsync(Lane.Broadcast, 3);
        Assert.Equal([3L], (await TakeAsync(0, 5)).Select(one => one.Chat));
    }

    [Fact]
    public async Task One_that_cannot_be_composed_does_not_hold_up_the_others()
    {
        await OweAsync(Lane.News, 7, 8);
        await using (var db = store.Open())
        {
            await db.Deliveries.Where(delivery => delivery.ChatId == 7).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.Body, "no message"), Stop);
        }

        var taken = await claims.TakeAsync(0, 2, None, null, Stop);
        Assert.Equal([null, "news"], taken.Select(claim => claim.Message?.PlainText()));
    }

    private static (int News, int Digests, int Broadcasts) Shares(IReadOnlyList<(long Chat, long Id)> taken) =>
        (taken.Count(one => one.Chat < 100), taken.Count(one => one.Chat > 200), taken.Count(one => one.Chat is > 100 and < 200));

    private async Task<IReadOnlyList<(long Chat, long Id)>> TakeAsync(int replies, int bulk, ClosedChats? closed = null) =>
        [.. (await claims.TakeAsync(replies, bulk, closed ?? None, null, Stop)).Select(claim => (claim.Delivery.ChatId, claim.Delivery.Id))];

    private async Task AnnounceAsync(long id, bool isOpen)
    {
        await using var db = store.Open();
        db.Announcements.Add(new BroadcastContent { Id = id, Body = MessageJson.Write(MessageBuilder.Plain("Hello")), IsOpen = isOpen });
        await db.SaveChangesAsync(Stop);
        announcement = id;
    }

    private async Task OweAsync(Lane lane, params long[] chats)
    {
        await using var db = store.Open();
        foreach (var chat in chats)
        {
            db.Deliveries.Add(new Delivery
            {
                ChatId = chat,
                Lane = lane,
                CarriedId = lane == Lane.Broadcast ? announcement : ++carried,
                Body = lane == Lane.Broadcast ? null : MessageJson.Write(MessageBuilder.Plain("news")),
                Due = time.GetUtcNow(),
                CreatedAt = time.GetUtcNow(),
            });
            await db.SaveChangesAsync(Stop);
        }
    }
}
