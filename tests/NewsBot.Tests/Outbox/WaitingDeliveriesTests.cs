using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox;

public sealed class WaitingDeliveriesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryStore store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData(nameof(Lane.Reply), nameof(Lane.Reply))]
    [InlineData(nameof(Lane.News), nameof(Lane.News))]
    [InlineData(nameof(Lane.Digest), nameof(Lane.Reply))]
    [InlineData(nameof(Lane.Broadcast), nameof(Lane.Broadcast))]
    public async Task The_lane_whose_turn_it_is_goes_first_and_else_the_first_of_the_order(string turn, string first)
    {
        var open = await AnnounceAsync(isOpen: true);
        await OweAsync(Lane.Broadcast, open, 1);
        await OweAsync(Lane.News, 1, 2);
        await OweAsync(Lane.Reply, 1, 3);
        Assert.Equal(Enum.Parse<Lane>(first), (await FirstAsync(Enum.Parse<Lane>(turn)))?.Lane);
    }

    [Fact]
    public async Task An_announcement_that_is_closed_sends_nothing_and_holds_up_none_that_is_open()
    {
        var closed = await AnnounceAsync(isOpen: false);
        await OweAsync(Lane.Broadcast, closed, 1);
        Assert.Null(await FirstAsync(Lane.Broadcast));
        Assert.Null(await FirstAsync(Lane.Reply));

        var open = await AnnounceAsync(isOpen: true);
        await OweAsync(Lane.Broadcast, open, 2);
        Assert.Equal(open, (await FirstAsync(Lane.News))?.CarriedId);
    }

    [Fact]
    public async Task What_is_not_due_and_what_is_for_a_closed_chat_waits()
    {
        var open = await AnnounceAsync(isOpen: true);
        await OweAsync(Lane.Broadcast, open, 1);
        await OweAsync(Lane.Broadcast, open, 2, Now + TimeSpan.FromSeconds(1));
        Assert.Null(await FirstAsync(Lane.Reply, 1));
        Assert.Equal(1, (await FirstAsync(Lane.Reply, 2))?.ChatId);
    }

    private async Task<Delivery?> FirstAsync(Lane turn, params long[] closedChats)
    {
        await using var db = store.Open();
        return await db.FirstDueAsync(turn, closedChats, Now, Stop);
    }

    private async Task<long> AnnounceAsync(bool isOpen)
    {
        await using var db = store.Open();
        var announcement = new Announcement { Body = "{}", IsOpen = isOpen };
        db.Announcements.Add(announcement);
        await db.SaveChangesAsync(Stop);
        return announcement.Id;
    }

    private async Task OweAsync(Lane lane, long carried, long chat, DateTimeOffset? due = null)
    {
        await using var db = store.Open();
        db.Deliveries.Add(new Delivery { ChatId = chat, Lane = lane, CarriedId = carried, Due = due ?? Now, CreatedAt = Now });
        await db.SaveChangesAsync(Stop);
    }
}
