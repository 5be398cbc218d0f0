using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;
using NewsBot.Tests.Topics;
using NewsBot.Topics;

namespace NewsBot.Tests.Outbox.Pushes;

/// <summary>A chat follows two topics; one story is about both, one about the first alone, and a third waits in a digest of it.</summary>
public sealed class QueuedPushesTests : IDisposable
{
    private const long Ben = 100;
    private const long Nato = 1;
    private const long Ukraine = 2;

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly NewsDb db;

    public QueuedPushesTests() => db = store.Open();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        db.Dispose();
        store.Dispose();
    }

    [Fact]
    public async Task An_unfollowed_topic_takes_its_queued_stories_and_its_digest_and_leaves_those_of_others()
    {
        var (subscriber, both) = await QueueAsync();
        await db.Subscriptions.Where(subscription => subscription.TopicId == Nato).ExecuteDeleteAsync(Stop);
        Assert.Equal(2, await db.CancelUnwantedPushesAsync(subscriber, time.GetUtcNow(), Stop));
        Assert.Equal([both], await StoriesAsync(DeliveryState.Waiting));
        Assert.Equal(DeliveryState.Cancelled, await db.Deliveries.Where(delivery => delivery.Lane == Lane.Digest).Select(delivery => delivery.State).SingleAsync(Stop));
    }

    [Fact]
    public async Task A_paused_chat_gets_nothing_that_was_queued_and_is_told_of_it_when_the_pause_ends()
    {
        var (subscriber, _) = await QueueAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        (subscriber.PausedAt, subscriber.PausedUntil) = (time.GetUtcNow(), time.GetUtcNow() + TimeSpan.FromHours(8));
        Assert.Equal(3, await db.CancelUnwantedPushesAsync(subscriber, time.GetUtcNow(), Stop));
        Assert.Empty(await StoriesAsync(DeliveryState.Waiting));
        Assert.Equal(3, (await MissedStories.SinceAsync(db, subscriber.Id, null, subscriber.PausedAt!.Value, Stop)).Count);
    }

    [Fact]
    public async Task A_paused_topic_and_a_stricter_level_call_off_their_stories_alone()
    {
        var (subscriber, both) = await QueueAsync();
        var nato = await db.Subscriptions.SingleAsync(subscription => subscription.TopicId == Nato, Stop);
        nato.PausedUntil = time.GetUtcNow() + TimeSpan.FromHours(1);
        await db.CancelUnwantedPushesAsync(subscriber, time.GetUtcNow(), Stop);
        Assert.Equal([both], await StoriesAsync(DeliveryState.Waiting));

        (await db.Subscriptions.SingleAsync(subscription => subscription.TopicId == Ukraine, Stop)).Level = MatchLevel.Headline;
        await db.CancelUnwantedPushesAsync(subscriber, time.GetUtcNow(), Stop);
        Assert.Empty(await StoriesAsync(DeliveryState.Waiting));
    }

    [Fact]
    public async Task What_is_wanted_still_stays_queued()
    {
        var (subscriber, _) = await QueueAsync();
        Assert.Equal(0, await db.CancelUnwantedPushesAsync(subscriber, time.GetUtcNow(), Stop));
        Assert.Equal(2, (await StoriesAsync(DeliveryState.Waiting)).Count);
    }

    [Fact]
    public async Task A_chat_that_blocks_the_bot_has_nothing_queued_and_has_missed_all_of_it()
    {
        var (subscriber, _) = await QueueAsync();
        time.Advance(TimeSpan.FromMinutes(1));
        await db.BlockQueuedAsync(Ben, "An update said so.", time.GetUtcNow(), Stop);
        Assert.False(await db.Deliveries.AnyAsync(delivery => delivery.State != DeliveryState.Blocked, Stop));
        Assert.Equal(3, (await MissedStories.SinceAsync(db, subscriber.Id, null, time.GetUtcNow(), Stop)).Count);
    }

    [Fact]
    public async Task What_arrived_is_not_missed()
    {
        var (subscriber, both) = await QueueAsync();
        await db.Deliveries.Where(delivery => delivery.CarriedId == both).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Sent), Stop);
        Assert.Equal(2, (await MissedStories.SinceAsync(db, subscriber.Id, null, time.GetUtcNow() - TimeSpan.FromHours(1), Stop)).Count);
    }

    private async Task<(Subscriber Subscriber, long BothTopics)> QueueAsync()
    {
        var subscriber = new Subscriber { ChatId = Ben, Language = "en" };
        db.AddRange(subscriber, new Topic { Id = Nato, Name = "NATO", Query = "nato" }, new Topic { Id = Ukraine, Name = "Ukraine", Query = "ukraine" });
        await db.SaveChangesAsync(Stop);
        db.AddRange(new Subscription { SubscriberId = subscriber.Id, TopicId = Nato }, new Subscription { SubscriberId = subscriber.Id, TopicId = Ukraine });
        var both = await QueueAsync(DeliveryState.Waiting, time.GetUtcNow(), Nato, Ukraine);
        await QueueAsync(DeliveryState.Waiting, time.GetUtcNow(), Nato);
        var due = time.GetUtcNow() + TimeSpan.FromHours(1);
        await QueueAsync(DeliveryState.Gathered, due, Nato);
        db.Deliveries.Add(new Delivery { ChatId = Ben, Lane = Lane.Digest, CarriedId = Nato, Part = 1, Due = due });
        await db.SaveChangesAsync(Stop);
        return (subscriber, both);
    }

    private async Task<long> QueueAsync(DeliveryState state, DateTimeOffset due, params long[] topics)
    {
        var article = await StoredArticle.AddAsync(db, "Bridge closes", "The bridge closes.", true, null, time.GetUtcNow());
        var content = new PushContent { StoryId = article.StoryId, TopicId = topics[0], Title = article.Title, Summary = "", Publisher = "Herald", Address = article.Address };
        db.Add(content);
        db.AddRange(topics.Select(topic => new Match
        {
            ArticleId = article.Id,
            StoryId = article.StoryId,
            TopicId = topic,
            Level = MatchLevel.About,
            Score = 1,
            CreatedAt = time.GetUtcNow(),
        }));
        await db.SaveChangesAsync(Stop);
        db.Deliveries.Add(new Delivery { ChatId = Ben, Lane = Lane.News, CarriedId = article.StoryId, WordingId = content.Id, State = state, Due = due });
        await db.SaveChangesAsync(Stop);
        return article.StoryId;
    }

    private Task<List<long>> StoriesAsync(DeliveryState state) => db.Deliveries
        .Where(delivery => delivery.Lane == Lane.News && delivery.State == state).Select(delivery => delivery.CarriedId).ToListAsync(Stop);
}
