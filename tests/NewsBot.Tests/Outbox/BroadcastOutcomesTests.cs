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

namespace NewsBot.Tests.Outbox;

/// <summary>What becomes of one recipient's delivery of a broadcast.</summary>
public sealed class BroadcastOutcomesTests : IDisposable
{
    private const long Reader = 100;
    private const long Group = -200;
    private const long Supergroup = -1_000_000_000_300;

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly DeliveryOutcomeWriter ledger;
    private readonly DeliveryClaims claims;

    public BroadcastOutcomesTests()
    {
        var effects = new DeliveryOutcomeHandler(Options.Create(new RoleOptions()), time, NullLogger<DeliveryOutcomeHandler>.Instance);
        ledger = new DeliveryOutcomeWriter(store.Factory, new SendHolds(store.Factory, time), effects, time, NullLogger<DeliveryOutcomeWriter>.Instance);
        claims = new DeliveryClaims(store.Factory, time, NullLogger<DeliveryClaims>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task A_blocked_reader_is_counted_as_blocked_and_keeps_their_topics()
    {
        await OweAsync(Reader);
        await EndAsync(new SendOutcome.Blocked("Forbidden: bot was blocked by the user"));
        await using var db = store.Open();
        Assert.Equal(DeliveryState.Blocked, (await db.Deliveries.SingleAsync(Stop)).State);
        Assert.Equal(SubscriberState.Unreachable, (await db.Subscribers.SingleAsync(Stop)).State);
        Assert.Equal(1, await db.Subscriptions.CountAsync(Stop));
    }

    [Fact]
    public async Task A_request_to_wait_is_no_loss()
    {
        await OweAsync(Reader);
        await EndAsync(new SendOutcome.Throttled(TimeSpan.FromSeconds(30)));
        Assert.Equal([(Reader, DeliveryState.Waiting)], await StatesAsync());
        Assert.NotNull(await ClaimAsync());
    }

    [Fact]
    public async Task A_group_that_moved_is_sent_it_once_under_its_new_number()
    {
        await OweAsync(Group);
        await EndAsync(new SendOutcome.ChatMoved(Supergroup));
        Assert.Equal([(Supergroup, DeliveryState.Waiting)], await StatesAsync());
        await EndAsync(new SendOutcome.Sent(5));
        Assert.Null(await ClaimAsync());
    }

    [Fact]
    public async Task A_group_and_the_supergroup_that_it_became_are_sent_it_once_together()
    {
        await OweAsync(Group);
        await OweAsync(Supergroup);
        await EndAsync(new SendOutcome.ChatMoved(Supergroup));
        Assert.Equal([(Supergroup, DeliveryState.Waiting)], await StatesAsync());
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_is_not_sent_again()
    {
        await OweAsync(Reader);
        await EndAsync(new SendOutcome.Unknown("No answer in time"));
        Assert.Equal([(Reader, DeliveryState.Unknown)], await StatesAsync());
        Assert.Null(await ClaimAsync());
    }

    [Fact]
    public async Task What_a_process_that_died_was_sending_is_unknown_and_is_not_sent_again()
    {
        await OweAsync(Reader);
        Assert.NotNull(await ClaimAsync());
        Assert.Equal(1, await ledger.RecoverAsync(Stop));
        Assert.Equal([(Reader, DeliveryState.Unknown)], await StatesAsync());
        Assert.Null(await ClaimAsync());
    }

    [Fact]
    public async Task Ten_chats_in_a_row_that_refuse_it_close_it()
    {
        for (var chat = Reader; chat < Reader + 11; chat++)
        {
            await OweAsync(chat);
        }

        for (var chat = 0; chat < 10; chat++)
        {
            await EndAsync(new SendOutcome.Rejected("Bad Request: message to copy not found"));
        }

        Assert.Null(await ClaimAsync());
        Assert.Equal(1, (await StatesAsync()).Count(one => one.State == DeliveryState.Waiting));
    }

    private async Task<Delivery?> ClaimAsync() => (await claims.TakeAsync(1, 1, new ClosedChats([], [], null), null, Stop)) is [var claim, ..] ? claim.Delivery : null;

    private async Task EndAsync(SendOutcome outcome)
    {
        var delivery = await ClaimAsync();
        Assert.NotNull(delivery);
        await ledger.RecordAsync([new Attempt(delivery, outcome)], Stop);
    }

    private async Task<IReadOnlyList<(long Chat, DeliveryState State)>> StatesAsync()
    {
        await using var db = store.Open();
        return [.. (await db.Deliveries.OrderBy(delivery => delivery.Id).ToListAsync(Stop)).Select(delivery => (delivery.ChatId, delivery.State))];
    }

    /// <summary>Owes announcement 1 to a chat that follows a topic.</summary>
    private async Task OweAsync(long chat)
    {
        await using var db = store.Open();
        if (await db.Announcements.FindAsync([1L], Stop) is null)
        {
            db.Announcements.Add(new BroadcastContent { Id = 1, Body = MessageJson.Write(MessageBuilder.Plain("Hello")), IsOpen = true });
            db.Topics.Add(new Topic { Id = 1, Name = "NATO", Query = "nato" });
        }

        var subscriber = new Subscriber { ChatId = chat, Language = "en" };
        db.Subscribers.Add(subscriber);
        db.Deliveries.Add(new Delivery { ChatId = chat, Lane = Lane.Broadcast, CarriedId = 1, Due = time.GetUtcNow(), CreatedAt = time.GetUtcNow() });
        await db.SaveChangesAsync(Stop);
        db.Subscriptions.Add(new Subscription { SubscriberId = subscriber.Id, TopicId = 1 });
        await db.SaveChangesAsync(Stop);
    }
}
