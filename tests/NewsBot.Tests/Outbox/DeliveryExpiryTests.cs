using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox;

public sealed class DeliveryExpiryTests : IDisposable
{
    private const long Ben = 100;

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public DeliveryExpiryTests()
    {
        using var db = store.Open();
        db.Subscribers.Add(new Subscriber { ChatId = Ben, Language = "en" });
        db.SaveChanges();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task News_that_is_too_late_is_told_as_missed_in_one_message_and_never_sent()
    {
        await QueueNewsAsync(TimeSpan.FromHours(1));
        await QueueNewsAsync(TimeSpan.FromHours(2));
        await QueueNewsAsync(TimeSpan.FromHours(9));
        await PassAsync(TimeSpan.FromHours(1));
        await PassAsync(TimeSpan.FromHours(2));
        var sent = await SendAllAsync();
        Assert.Contains(sent, text => text.StartsWith("I couldn't reach you for a while. You missed 2 stories; /latest has the newest.", StringComparison.Ordinal));
        Assert.Equal(2, sent.Count); // and the third story
    }

    [Fact]
    public async Task A_notice_that_was_sent_is_followed_by_another_one()
    {
        await QueueNewsAsync(TimeSpan.FromHours(1));
        await PassAsync(TimeSpan.FromHours(2));
        Assert.Contains("You missed 1 story", Assert.Single(await SendAllAsync()), StringComparison.Ordinal);
        await QueueNewsAsync(TimeSpan.FromHours(1));
        await PassAsync(TimeSpan.FromHours(2));
        Assert.Contains("You missed 1 story", Assert.Single(await SendAllAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_of_an_hour_ago_is_not_sent_and_its_asker_is_told()
    {
        await using (var db = store.Open())
        {
            db.Enqueue(new ChatAddress(Ben), 7, 0, MessageBuilder.Plain("You follow 2 topics."), null, time.GetUtcNow());
            await db.SaveChangesAsync(Stop);
        }

        await PassAsync(TimeSpan.FromMinutes(61));
        Assert.Contains("Please send your last command again", Assert.Single(await SendAllAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edits_and_what_nobody_asked_for_expire_in_silence()
    {
        await using (var db = store.Open())
        {
            db.Enqueue(new ChatAddress(Ben), -7, 0, MessageBuilder.Plain("A source is silent."), null, time.GetUtcNow());
            db.Deliveries.Add(new Delivery { ChatId = Ben, Lane = Lane.News, CarriedId = 1, Part = -1, EditsMessageId = 5, Body = "{}", Expires = time.GetUtcNow() });
            await db.SaveChangesAsync(Stop);
        }

        await PassAsync(TimeSpan.FromHours(2));
        Assert.Empty(await SendAllAsync());
    }

    [Fact]
    public async Task A_digest_that_is_too_late_takes_its_stories_along()
    {
        var due = time.GetUtcNow() + TimeSpan.FromHours(1);
        await QueueNewsAsync(TimeSpan.FromHours(9), DeliveryState.Gathered, due);
        await using (var db = store.Open())
        {
            db.Deliveries.Add(new Delivery { ChatId = Ben, Lane = Lane.Digest, CarriedId = 1, Part = 1, Due = due, Expires = due });
            await db.SaveChangesAsync(Stop);
        }

        await PassAsync(TimeSpan.FromHours(2));
        Assert.Contains("You missed 1 story", Assert.Single(await SendAllAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_is_not_sent_even_before_it_is_ended()
    {
        await QueueNewsAsync(TimeSpan.FromHours(1));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await SendAllAsync());
    }

    [Fact]
    public async Task A_delivery_due_in_a_year_was_written_before_the_clock_was_set_back_and_is_sent()
    {
        await QueueNewsAsync(TimeSpan.FromDays(400), due: time.GetUtcNow() + TimeSpan.FromDays(365));
        Assert.Single(await SendAllAsync());
    }

    private async Task PassAsync(TimeSpan length)
    {
        time.Advance(length);
        while (await new DeliveryExpiry(store.Factory, time).RunBatchAsync(Stop))
        {
            // More may be too late.
        }
    }

    private async Task QueueNewsAsync(TimeSpan lifetime, DeliveryState state = DeliveryState.Waiting, DateTimeOffset? due = null)
    {
        await using var db = store.Open();
        var stories = await db.Wordings.CountAsync(Stop);
        var content = new PushContent { StoryId = stories + 1, TopicId = 1, Title = $"Story {stories + 1}", Summary = "", Publisher = "Herald", Address = "https://herald.example/a" };
        db.Add(content);
        await db.SaveChangesAsync(Stop);
        db.Deliveries.Add(new Delivery
        {
            ChatId = Ben,
            Lane = Lane.News,
            CarriedId = content.StoryId,
            WordingId = content.Id,
            State = state,
            Due = due ?? time.GetUtcNow(),
            CreatedAt = time.GetUtcNow(),
            Expires = time.GetUtcNow() + lifetime,
        });
        await db.SaveChangesAsync(Stop);
    }

    private async Task<List<string>> SendAllAsync()
    {
        var sent = new List<string>();
        while (await TakeAsync(5) is { Count: > 0 } texts)
        {
            sent.AddRange(texts);
        }

        return sent;
    }

    private async Task<List<string>> TakeAsync(int most)
    {
        var claims = new DeliveryClaims(store.Factory, time, NullLogger<DeliveryClaims>.Instance);
        var taken = await claims.TakeAsync(most, most, new ClosedChats([], [], null), null, Stop);
        await using var db = store.Open();
        var ids = taken.Select(claim => claim.Delivery.Id).ToList();
        await db.Deliveries.Where(delivery => ids.Contains(delivery.Id)).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Sent), Stop);
        return [.. taken.Select(claim => claim.Message!.PlainText())];
    }
}
