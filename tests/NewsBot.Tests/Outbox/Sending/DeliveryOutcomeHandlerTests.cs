using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;
using NewsBot.Topics;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class DeliveryOutcomeHandlerTests : IDisposable
{
    private const long Admin = 1001;
    private const long Reader = 100;
    private const long Group = -200;
    private const long Forum = -1_000_000_000_300;
    private const int Thread = 5;

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly DeliveryOutcomeWriter ledger;

    public DeliveryOutcomeHandlerTests()
    {
        var roles = Options.Create(new RoleOptions { Admins = [Admin, Admin] });
        ledger = new DeliveryOutcomeWriter(
            store.Factory,
            new SendHolds(store.Factory, time),
            new DeliveryOutcomeHandler(roles, time, NullLogger<DeliveryOutcomeHandler>.Instance),
            time,
            NullLogger<DeliveryOutcomeWriter>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Theory]
    [InlineData("Forbidden: bot was blocked by the user")]
    [InlineData("Forbidden: user is deactivated")]
    [InlineData("Forbidden: bot was kicked from the supergroup chat")]
    public async Task Who_cannot_be_written_to_keeps_their_topics_costs_one_try_and_is_known_since_when(string why)
    {
        await FollowAsync(new ChatAddress(Reader), 1);
        var first = await OweAsync(new ChatAddress(Reader), 1);
        await OweAsync(new ChatAddress(Reader), 2);
        await EndAsync(first, new SendOutcome.Blocked(why));

        await using var db = store.Open();
        var subscriber = await db.Subscribers.SingleAsync(Stop);
        Assert.Equal((SubscriberState.Unreachable, time.GetUtcNow()), (subscriber.State, subscriber.UnreachableSince));
        Assert.Equal(1, await db.Subscriptions.CountAsync(Stop));
        Assert.Equal([(DeliveryState.Blocked, why), (DeliveryState.Blocked, why)], (await DeliveriesAsync()).Select(delivery => (delivery.State, delivery.Reason)));
    }

    [Fact]
    public async Task A_thread_that_is_gone_falls_back_to_its_forum_with_all_it_follows_and_is_owed()
    {
        await FollowAsync(new ChatAddress(Forum, Thread), 1);
        var first = await OweAsync(new ChatAddress(Forum, Thread), 1);
        await OweAsync(new ChatAddress(Forum, Thread), 2);
        await EndAsync(first, new SendOutcome.ThreadGone("Bad Request: TOPIC_CLOSED"));

        await using var db = store.Open();
        Assert.Equal((0, SubscriberState.Active), await db.Subscribers.Select(subscriber => ValueTuple.Create(subscriber.ThreadId, subscriber.State)).SingleAsync(Stop));
        Assert.All((await DeliveriesAsync()).Where(delivery => delivery.ChatId == Forum), delivery => Assert.Equal((0, DeliveryState.Waiting), (delivery.ThreadId, delivery.State)));
    }

    [Fact]
    public async Task What_the_forum_already_follows_and_is_owed_stays_single()
    {
        await FollowAsync(new ChatAddress(Forum), 1);
        await FollowAsync(new ChatAddress(Forum, Thread), 1);
        await OweAsync(new ChatAddress(Forum), 1);
        var gone = await OweAsync(new ChatAddress(Forum, Thread), 1);
        await EndAsync(gone, new SendOutcome.ThreadGone("Bad Request: message thread not found"));

        await using var db = store.Open();
        Assert.Equal(1, await db.Subscribers.CountAsync(Stop));
        Assert.Equal(1, await db.Subscriptions.CountAsync(Stop));
        Assert.Single(await DeliveriesAsync(), delivery => delivery.ChatId == Forum);
    }

    [Fact]
    public async Task Admins_are_told_of_a_thread_once()
    {
        await FollowAsync(new ChatAddress(Forum, Thread), 1);
        await EndAsync(await OweAsync(new ChatAddress(Forum, Thread), 1), new SendOutcome.ThreadGone("Bad Request: TOPIC_CLOSED"));
        await EndAsync(await OweAsync(new ChatAddress(Forum, Thread), 2), new SendOutcome.ThreadGone("Bad Request: TOPIC_CLOSED"));
        var notice = Assert.Single(await DeliveriesAsync(), delivery => delivery.ChatId == Admin);
        Assert.Contains("I can't write to thread 5 of forum -1000000000300 anymore", MessageJson.Read(notice.Body!).PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_General_topic_silences_neither_the_open_threads_nor_the_group()
    {
        await FollowAsync(new ChatAddress(Forum), 1);
        await FollowAsync(new ChatAddress(Forum, Thread), 1);
        var general = await OweAsync(new ChatAddress(Forum), 1);
        await OweAsync(new ChatAddress(Forum), 2);
        var open = await OweAsync(new ChatAddress(Forum, Thread), 1);
        await EndAsync(general, new SendOutcome.ThreadGone("Bad Request: TOPIC_CLOSED"));

        await using var db = store.Open();
        Assert.True(await db.Subscribers.AllAsync(subscriber => subscriber.State == SubscriberState.Active, Stop));
        Assert.Equal(
            [(1L, DeliveryState.Held), (2L, DeliveryState.Held), (3L, DeliveryState.Waiting)],
            (await DeliveriesAsync()).Select(delivery => (delivery.Id, delivery.State)));
        Assert.Equal([open.Id], (await TakeAsync()).Select(delivery => delivery.Id));
    }

    [Fact]
    public async Task A_group_that_says_it_moved_to_where_it_is_does_not_go_round_for_ever()
    {
        await FollowAsync(new ChatAddress(Group), 1);
        await EndAsync(await OweAsync(new ChatAddress(Group), 1), new SendOutcome.ChatMoved(Group));
        Assert.Equal([DeliveryState.Failed], (await DeliveriesAsync()).Select(delivery => delivery.State));
    }

    [Fact]
    public async Task A_group_whose_move_was_told_while_a_request_was_on_its_way_loses_nothing()
    {
        await FollowAsync(new ChatAddress(Group), 1);
        var sent = await OweAsync(new ChatAddress(Group), 1);
        await OweAsync(new ChatAddress(Group), 2);
        await using (var db = store.Open())
        {
            await DeliveryOutcomeHandler.MoveChatAsync(db, Group, Forum, Stop);
        }

        await EndAsync(sent, new SendOutcome.ChatMoved(Forum));
        Assert.Equal([(Forum, DeliveryState.Waiting), (Forum, DeliveryState.Waiting)], (await DeliveriesAsync()).Select(delivery => (delivery.ChatId, delivery.State)));
    }

    [Fact]
    public async Task Who_lacks_rights_is_tried_after_an_hour_then_daily_and_given_up_after_a_fortnight()
    {
        await FollowAsync(new ChatAddress(Group), 1);
        var refused = new SendOutcome.NoRights("Bad Request: not enough rights to send text messages to the chat");
        await EndAsync(await OweAsync(new ChatAddress(Group), 1), refused);
        var tries = new List<double>();
        for (var hour = 0; hour < 16 * 24; hour++, time.Advance(TimeSpan.FromHours(1)))
        {
            if (tries.Count == 15)
            {
                break; // given up: nothing is enqueued for it any more
            }

            await OweAsync(new ChatAddress(Group), 100 + hour);
            await RetryAsync();
            foreach (var tried in await TakeAsync())
            {
                tries.Add(hour);
                await EndAsync(tried, refused);
            }
        }

        Assert.Equal([1, .. Enumerable.Range(1, 14).Select(day => 1 + (24.0 * day))], tries);
        await using var db = store.Open();
        Assert.Equal(SubscriberState.Unreachable, await db.Subscribers.Select(subscriber => subscriber.State).SingleAsync(Stop));
        Assert.Empty(await db.PushRestrictions.ToListAsync(Stop));
    }

    [Fact]
    public async Task When_the_right_is_back_everything_held_comes_in_its_order()
    {
        await FollowAsync(new ChatAddress(Group), 1);
        await EndAsync(await OweAsync(new ChatAddress(Group), 1), new SendOutcome.NoRights("Bad Request: have no rights to send a message"));
        await OweAsync(new ChatAddress(Group), 2);
        Assert.Empty(await TakeAsync());
        time.Advance(TimeSpan.FromHours(1));
        await RetryAsync();
        var first = Assert.Single(await TakeAsync());
        Assert.Equal(1, first.CarriedId);
        await EndAsync(first, new SendOutcome.Sent(7));
        Assert.Equal([2L], (await TakeAsync()).Select(delivery => delivery.CarriedId));
    }

    [Fact]
    public async Task A_refused_answer_or_announcement_silences_no_news()
    {
        await FollowAsync(new ChatAddress(Group), 1);
        foreach (var lane in new[] { Lane.Reply, Lane.Broadcast })
        {
            await EndAsync(await OweAsync(new ChatAddress(Group), 5, lane), new SendOutcome.NoRights("Bad Request: not enough rights to send photos to the chat"));
        }

        await OweAsync(new ChatAddress(Group), 1);
        Assert.Equal([1L], (await TakeAsync()).Select(delivery => delivery.CarriedId));
    }

    [Fact]
    public async Task What_moves_to_a_supergroup_keeps_no_message_of_the_old_group()
    {
        await FollowAsync(new ChatAddress(Group), 1);
        var push = await OweAsync(new ChatAddress(Group), 1);
        await EndAsync(push, new SendOutcome.Sent(3));
        await using (var db = store.Open())
        {
            db.Deliveries.Add(new Delivery { ChatId = Group, Lane = Lane.News, CarriedId = 1, Part = -1, EditsMessageId = 3 });
            db.Deliveries.Add(new Delivery { ChatId = Group, Lane = Lane.Reply, CarriedId = 9, EditsMessageId = 3, Body = "{}" });
            await db.SaveChangesAsync(Stop);
            await DeliveryOutcomeHandler.MoveChatAsync(db, Group, Forum, Stop);
        }

        Assert.Equal(
            [(Lane.News, DeliveryState.Sent, null, null), (Lane.Reply, DeliveryState.Waiting, null, (int?)null)],
            (await DeliveriesAsync()).Select(delivery => (delivery.Lane, delivery.State, delivery.MessageId, delivery.EditsMessageId)));
    }

    [Fact]
    public async Task Admins_are_told_once_a_day_of_a_wait_of_more_than_a_day()
    {
        await EndAsync(await OweAsync(new ChatAddress(Reader), 1), new SendOutcome.Throttled(TimeSpan.FromDays(400)));
        await EndAsync(await OweAsync(new ChatAddress(Reader), 2), new SendOutcome.Throttled(TimeSpan.FromDays(400)));
        var notice = Assert.Single(await DeliveriesAsync(), delivery => delivery.ChatId == Admin);
        Assert.Contains("400 days", MessageJson.Read(notice.Body!).PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Telegram_did_not_receive_waits_longer_each_time()
    {
        var delivery = await OweAsync(new ChatAddress(Reader), 1);
        await EndAsync(delivery, new SendOutcome.NotSent("Internal Server Error: restart"));
        var waiting = Assert.Single(await DeliveriesAsync());
        Assert.Equal((DeliveryState.Waiting, time.GetUtcNow() + TimeSpan.FromSeconds(1)), (waiting.State, waiting.Due));
    }

    private async Task EndAsync(Delivery delivery, SendOutcome outcome)
    {
        await using (var db = store.Open())
        {
            await db.Deliveries.Where(row => row.Id == delivery.Id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, DeliveryState.Sending).SetProperty(row => row.Attempts, 1), Stop);
        }

        await ledger.RecordAsync([new Attempt(delivery, outcome)], Stop);
    }

    private async Task<List<Delivery>> DeliveriesAsync()
    {
        await using var db = store.Open();
        return await db.Deliveries.OrderBy(delivery => delivery.Id).ToListAsync(Stop);
    }

    /// <summary>What can be sent now, taken.</summary>
    private async Task<IReadOnlyList<Delivery>> TakeAsync()
    {
        var claims = new DeliveryClaims(store.Factory, time, NullLogger<DeliveryClaims>.Instance);
        var taken = await claims.TakeAsync(0, 10, new ClosedChats([], [], null), null, Stop);
        return [.. taken.Select(claim => claim.Delivery)];
    }

    private Task<bool> RetryAsync() => new DeliveryExpiry(store.Factory, time).RunBatchAsync(Stop);

    private async Task<Delivery> OweAsync(ChatAddress chat, long story, Lane lane = Lane.News)
    {
        await using var db = store.Open();
        var delivery = new Delivery { ChatId = chat.ChatId, ThreadId = chat.ThreadId, Lane = lane, CarriedId = story, Due = time.GetUtcNow(), CreatedAt = time.GetUtcNow() };
        db.Deliveries.Add(delivery);
        await db.SaveChangesAsync(Stop);
        return delivery;
    }

    private async Task FollowAsync(ChatAddress chat, long topic)
    {
        await using var db = store.Open();
        if (await db.Topics.FindAsync([topic], Stop) is null)
        {
            db.Topics.Add(new Topic { Id = topic, Name = "NATO", Query = "nato" });
        }

        var subscriber = new Subscriber { ChatId = chat.ChatId, ThreadId = chat.ThreadId, Language = "en" };
        db.Subscribers.Add(subscriber);
        await db.SaveChangesAsync(Stop);
        db.Subscriptions.Add(new Subscription { SubscriberId = subscriber.Id, TopicId = topic });
        await db.SaveChangesAsync(Stop);
    }
}
