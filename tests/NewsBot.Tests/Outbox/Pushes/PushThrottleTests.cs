using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Articles;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Stories;
using NewsBot.Subscribers;
using NewsBot.Summaries;
using NewsBot.Tests.Support;
using NewsBot.Topics;

namespace NewsBot.Tests.Outbox.Pushes;

public sealed class PushThrottleTests : IDisposable
{
    private const long Reader = 7;

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly FanOut fanOut;
    private readonly DeliveryClaims claims;
    private readonly DeliveryOutcomeWriter ledger;
    private int stories;

    public PushThrottleTests()
    {
        var writer = new PushContentWriter(Options.Create(new SummaryOptions()), NullLogger<PushContentWriter>.Instance);
        fanOut = new FanOut(store.Factory, writer, new PushThrottle(Options.Create(new SubscriberOptions())), Options.Create(new ArticleOptions()), time);
        claims = new DeliveryClaims(store.Factory, time, NullLogger<DeliveryClaims>.Instance);
        var effects = new DeliveryOutcomeHandler(Options.Create(new RoleOptions()), time, NullLogger<DeliveryOutcomeHandler>.Instance);
        ledger = new DeliveryOutcomeWriter(store.Factory, new SendHolds(store.Factory, time), effects, time, NullLogger<DeliveryOutcomeWriter>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Six_stories_of_a_topic_come_by_themselves_and_the_rest_of_the_hour_in_one_message()
    {
        await FollowAsync();
        await PublishAsync(9);
        Assert.Equal(6, (await SendAllAsync()).Count);

        time.Advance(TimeSpan.FromHours(1));
        var digest = Assert.Single(await SendAllAsync());
        Assert.StartsWith("There's a lot about Grain right now, so here are 3 stories in one message:\n• Grain ship 7 leaves", digest.PlainText(), StringComparison.Ordinal);
        Assert.Equal(["volume:more #1", "volume:digest #1", "level:#1 headline"], digest.Rows.SelectMany(row => row).Select(button => button.Data));
        await using var db = store.Open();
        Assert.All(await db.Deliveries.ToListAsync(Stop), delivery => Assert.Equal(DeliveryState.Sent, delivery.State));
    }

    [Fact]
    public async Task When_the_hour_is_over_stories_come_by_themselves_again()
    {
        await FollowAsync();
        await PublishAsync(7);
        await SendAllAsync();
        time.Advance(TimeSpan.FromHours(2));
        await SendAllAsync();
        await PublishAsync(1);
        Assert.StartsWith("Grain ship 8 leaves", Assert.Single(await SendAllAsync()).PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_is_under_way_takes_no_more_and_the_next_one_does()
    {
        await FollowAsync();
        await PublishAsync(7);
        await SendAllAsync();
        time.Advance(TimeSpan.FromMinutes(59));
        await FollowAgainAsync(0);
        await PublishAsync(1);
        time.Advance(TimeSpan.FromMinutes(1));
        var first = Assert.Single(await claims.TakeAsync(0, 5, new ClosedChats([], [], null), null, Stop));
        await PublishAsync(1);
        await ledger.RecordAsync([new Attempt(first.Delivery, new SendOutcome.Sent(1))], Stop);
        Assert.Contains("2 stories", first.Message!.PlainText(), StringComparison.Ordinal);

        time.Advance(TimeSpan.FromHours(1));
        Assert.Contains("1 story", Assert.Single(await SendAllAsync()).PlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(int.MaxValue, 9)]
    public async Task A_chat_that_chose_gets_none_or_all_by_themselves(int chosen, int pushes)
    {
        await FollowAsync();
        await FollowAgainAsync(chosen);
        await PublishAsync(9);
        Assert.Equal(pushes, (await SendAllAsync()).Count);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(pushes == 0 ? 1 : 0, (await SendAllAsync()).Count);
    }

    [Fact]
    public async Task A_digest_that_Telegram_did_not_receive_takes_its_stories_along_to_the_next_try()
    {
        await FollowAsync();
        await PublishAsync(8);
        await SendAllAsync();
        time.Advance(TimeSpan.FromHours(1));
        var first = Assert.Single(await claims.TakeAsync(0, 5, new ClosedChats([], [], null), null, Stop));
        await ledger.RecordAsync([new Attempt(first.Delivery, new SendOutcome.NotSent("Internal Server Error: restart"))], Stop);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("2 stories", Assert.Single(await SendAllAsync()).PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_blocks_the_bot_is_owed_no_digest()
    {
        await FollowAsync();
        await PublishAsync(7);
        var claim = (await claims.TakeAsync(0, 1, new ClosedChats([], [], null), null, Stop))[0];
        await ledger.RecordAsync([new Attempt(claim.Delivery, new SendOutcome.Blocked("blocked"))], Stop);
        await using var db = store.Open();
        Assert.All(await db.Deliveries.ToListAsync(Stop), delivery => Assert.Equal(DeliveryState.Blocked, delivery.State));
    }

    private async Task<List<Message>> SendAllAsync()
    {
        var sent = new List<Message>();
        while (await claims.TakeAsync(0, 5, new ClosedChats([], [], null), null, Stop) is { Count: > 0 } taken)
        {
            sent.AddRange(taken.Select(claim => claim.Message!));
            await ledger.RecordAsync([.. taken.Select(claim => new Attempt(claim.Delivery, new SendOutcome.Sent((int)claim.Delivery.Id)))], Stop);
        }

        return sent;
    }

    private async Task PublishAsync(int count)
    {
        for (var left = count; left > 0; left--)
        {
            stories++;
            await using (var db = store.Open())
            {
                db.Set<Story>().Add(new Story { Id = stories });
                db.Articles.Add(new Article
                {
                    Id = stories,
                    StoryId = stories,
                    Address = $"https://gazette.example/{stories}",
                    Title = $"Grain ship {stories} leaves",
                    Text = "",
                    Publisher = "Gazette",
                    FirstSeenAt = time.GetUtcNow(),
                    Fingerprint = BitConverter.GetBytes(stories),
                });
                await db.SaveChangesAsync(Stop);
                db.Matches.Add(new Match { ArticleId = stories, StoryId = stories, TopicId = 1, Level = MatchLevel.Headline, Score = 1, CreatedAt = time.GetUtcNow() });
                await db.SaveChangesAsync(Stop);
            }

            while (await fanOut.RunChunkAsync(Stop))
            {
            }
        }
    }

    private async Task FollowAsync()
    {
        await using var db = store.Open();
        db.Topics.Add(new Topic { Id = 1, Name = "Grain", Query = "grain" });
        db.Subscribers.Add(new Subscriber { Id = 1, ChatId = Reader, Language = "en" });
        await db.SaveChangesAsync(Stop);
        db.Subscriptions.Add(new Subscription { SubscriberId = 1, TopicId = 1 });
        await db.SaveChangesAsync(Stop);
    }

    private async Task FollowAgainAsync(int pushesPerHour)
    {
        await using var db = store.Open();
        await db.Subscriptions.ExecuteUpdateAsync(set => set.SetProperty(subscription => subscription.PushesPerHour, pushesPerHour), Stop);
    }
}
