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
using NewsBot.Subscribers;
using NewsBot.Summaries;
using NewsBot.Tests.Support;
using NewsBot.Tests.Topics;
using NewsBot.Topics;

namespace NewsBot.Tests.Outbox.Pushes;

/// <summary>From the matches of a story's articles to what the chats are told, with a real store.</summary>
public sealed class StoryEditsTests : IDisposable
{
    private const long Ben = 100;
    private const long Olena = 200;

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Topic topic;
    private int messages;
    private long story;

    public StoryEditsTests()
    {
        using var db = store.Open();
        db.Topics.Add(topic = new Topic { Name = "Larnow", Query = "larnow" });
        db.SaveChanges();
        Follow(Ben);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Further_sources_edit_the_push_and_are_named()
    {
        await TellAsync("Herald");
        Assert.Equal(["Ben new: Herald"], await SendAsync());
        await TellAsync("Post");
        Assert.Equal(["Ben edits 1: Herald, also Post"], await EditAsync());
        await TellAsync("Times");
        await TellAsync("Post");
        await TellAsync("Wire");
        await TellAsync("Echo");
        Assert.Equal(["Ben edits 1: Herald, also Post, Times, Wire, +1"], await EditAsync());
        Assert.Empty(await EditAsync());
    }

    [Fact]
    public async Task Sources_within_a_window_are_one_edit_and_windows_grow()
    {
        await TellAsync("Herald");
        await SendAsync();
        await TellAsync("Post");
        Assert.Empty(await EditAsync(after: EditSchedule.WindowOf(1) - TimeSpan.FromSeconds(1)));
        await TellAsync("Times");
        Assert.Equal(["Ben edits 1: Herald, also Post, Times"], await EditAsync(after: TimeSpan.FromSeconds(1)));
        await TellAsync("Wire");
        Assert.Empty(await EditAsync(after: EditSchedule.WindowOf(1)));
        Assert.Single(await EditAsync(after: EditSchedule.WindowOf(2) - EditSchedule.WindowOf(1)));
    }

    [Fact]
    public async Task A_push_that_still_waits_names_all_sources_at_once()
    {
        await TellAsync("Herald");
        await TellAsync("Post");
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["Ben new: Herald, also Post"], await SendAsync());
        await RunEditsAsync();
        Assert.Equal(["Ben edits 1: Herald, also Post"], await SendAsync());
    }

    [Fact]
    public async Task A_development_is_a_new_message_that_answers_the_first_and_later_sources_edit_it()
    {
        await TellAsync("Herald");
        await SendAsync();
        await TellAsync("Post", development: 1);
        Assert.Equal(["Ben new to 1: Post"], await SendAsync());
        await TellAsync("Times");
        Assert.Equal(["Ben edits 2: Post, also Times"], await EditAsync());
        await TellAsync("Wire", development: 2);
        Assert.Equal(["Ben new to 1: Wire"], await SendAsync());
    }

    [Fact]
    public async Task Who_follows_later_gets_the_story_or_its_development_once()
    {
        await TellAsync("Herald");
        await SendAsync();
        Follow(Olena);
        await TellAsync("Post");
        Assert.Equal(["Olena new: Herald, also Post"], await SendAsync());
        Assert.Equal(["Ben edits 1: Herald, also Post", "Olena edits 2: Herald, also Post"], await EditAsync());
        await TellAsync("Wire", development: 1);
        await TellAsync("Echo");
        Assert.Equal(["Ben new to 1: Wire, also Echo", "Olena new to 2: Wire, also Echo"], await SendAsync());
    }

    [Fact]
    public async Task What_is_too_old_and_chats_that_are_gone_are_not_edited()
    {
        await TellAsync("Herald");
        await SendAsync();
        time.Advance(EditSchedule.OldestPush + TimeSpan.FromSeconds(1));
        await TellAsync("Post");
        Assert.Empty(await EditAsync());
    }

    [Fact]
    public async Task A_message_that_gathers_many_stories_is_not_overwritten_with_one()
    {
        await TellAsync("Herald");
        await SendAsync();
        await using (var db = store.Open())
        {
            db.Deliveries.Add(new Delivery { ChatId = Ben, Lane = Lane.Digest, CarriedId = topic.Id, State = DeliveryState.Sent, MessageId = messages });
            await db.SaveChangesAsync(Stop);
        }

        await TellAsync("Post");
        Assert.Empty(await EditAsync());
    }

    [Fact]
    public async Task A_push_on_its_way_is_waited_for()
    {
        await TellAsync("Herald");
        await using (var db = store.Open())
        {
            await db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Sending), Stop);
        }

        await TellAsync("Post");
        Assert.Empty(await EditAsync());
        await RecordAsync((await DeliveriesAsync(DeliveryState.Sending)).Single());
        Assert.Equal(["Ben edits 1: Herald, also Post"], await EditAsync(after: EditSchedule.WhileSending));
    }

    [Fact]
    public async Task A_story_that_is_noted_again_while_its_edits_wait_for_the_write_lock_is_no_error()
    {
        await TellAsync("Herald");
        await SendAsync();
        await TellAsync("Post");
        time.Advance(EditSchedule.WindowOf(1));
        await using var db = store.Open();
        await using var other = await db.Database.BeginTransactionAsync(Stop);
        await db.StoryEdits.ExecuteUpdateAsync(set => set.SetProperty(edit => edit.Due, time.GetUtcNow() + TimeSpan.FromMinutes(1)), Stop);
        var chunk = Task.Run(() => new StoryEdits(store.Factory, time).RunChunkAsync(Stop), Stop);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Stop); // it has seen that edits are due, and waits
        await other.CommitAsync(Stop);
        Assert.False(await chunk);
    }

    [Theory]
    [InlineData(nameof(DeliveryState.Failed))]
    [InlineData(nameof(DeliveryState.Blocked))]
    [InlineData(nameof(DeliveryState.Cancelled))]
    [InlineData(nameof(DeliveryState.Expired))]
    public async Task A_story_that_never_reached_the_chat_is_told_by_its_next_source(string ended)
    {
        await TellAsync("Herald");
        await EndAllAsync(Enum.Parse<DeliveryState>(ended));
        await TellAsync("Post");
        Assert.Equal(["Ben new: Herald, also Post"], await SendAsync());
    }

    [Theory]
    [InlineData(nameof(DeliveryState.Sent))]
    [InlineData(nameof(DeliveryState.Unknown))]
    [InlineData(nameof(DeliveryState.Held))]
    public async Task A_story_that_reached_the_chat_or_still_may_is_not_told_again(string state)
    {
        await TellAsync("Herald");
        await EndAllAsync(Enum.Parse<DeliveryState>(state));
        await TellAsync("Post");
        Assert.Empty(await SendAsync());
    }

    [Fact]
    public async Task Four_stories_of_one_monitor_are_four_pushes_and_a_development_of_each_answers_it()
    {
        var told = new List<string>();
        for (var outage = 0; outage < 2; outage++)
        {
            story = 0;
            await TellAsync("Monitor");
            told.AddRange(await SendAsync());
            await TellAsync("Monitor", development: 1);
            told.AddRange(await SendAsync());
        }

        Assert.Equal(["Ben new: Monitor", "Ben new to 1: Monitor", "Ben new: Monitor", "Ben new to 3: Monitor"], told);
    }

    private async Task EndAllAsync(DeliveryState state)
    {
        await using var db = store.Open();
        await db.Deliveries.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, state), Stop);
    }

    private void Follow(long chat)
    {
        using var db = store.Open();
        var subscriber = new Subscriber { ChatId = chat, Language = "en" };
        db.Subscribers.Add(subscriber);
        db.SaveChanges();
        db.Subscriptions.Add(new Subscription { SubscriberId = subscriber.Id, TopicId = topic.Id });
        db.SaveChanges();
    }

    /// <summary>An article of the story that matches the topic, fanned out.</summary>
    private async Task TellAsync(string publisher, int development = 0)
    {
        await using (var db = store.Open())
        {
            var article = await StoredArticle.AddAsync(db, "Bridge closes", "The bridge closes.", true, story == 0 ? null : story, time.GetUtcNow());
            (article.Publisher, article.Development, story) = (publisher, development, article.StoryId);
            db.Matches.Add(new Match { ArticleId = article.Id, StoryId = story, TopicId = topic.Id, Level = MatchLevel.Headline, Score = 1 });
            await db.SaveChangesAsync(Stop);
        }

        var fanOut = new FanOut(
            store.Factory, new PushContentWriter(Options.Create(new SummaryOptions()), NullLogger<PushContentWriter>.Instance), new PushThrottle(Options.Create(new SubscriberOptions())), Options.Create(new ArticleOptions()), time);
        while (await fanOut.RunChunkAsync(Stop))
        {
        }
    }

    private Task<List<string>> EditAsync() => EditAsync(TimeSpan.FromMinutes(10));

    private async Task<List<string>> EditAsync(TimeSpan after)
    {
        time.Advance(after);
        await RunEditsAsync();
        return await SendAsync();
    }

    private async Task RunEditsAsync()
    {
        var edits = new StoryEdits(store.Factory, time);
        while (await edits.RunChunkAsync(Stop) && (await DeliveriesAsync(DeliveryState.Sending)).Count == 0)
        {
        }
    }

    /// <summary>Sends what waits, and tells what the chats saw.</summary>
    private async Task<List<string>> SendAsync()
    {
        var seen = new List<string>();
        var waiting = await DeliveriesAsync(DeliveryState.Waiting);
        await using var db = store.Open();
        var composer = await MessageComposer.ReadAsync(db, waiting, Stop);
        foreach (var delivery in waiting)
        {
            var message = composer.Compose(delivery)!;
            var how = (delivery.EditsMessageId, message.ReplyTo) switch
            {
                ({ } edited, null) => $"edits {edited}",
                (null, { } first) => $"new to {first}",
                _ => "new",
            };
            seen.Add($"{(delivery.ChatId == Ben ? "Ben" : "Olena")} {how}: {Sources(message)}");
            await RecordAsync(delivery);
        }

        return seen;
    }

    private async Task RecordAsync(Delivery delivery)
    {
        var effects = new DeliveryOutcomeHandler(Options.Create(new RoleOptions()), time, NullLogger<DeliveryOutcomeHandler>.Instance);
        var ledger = new DeliveryOutcomeWriter(store.Factory, new SendHolds(store.Factory, time), effects, time, NullLogger<DeliveryOutcomeWriter>.Instance);
        await ledger.RecordAsync([new Attempt(delivery, new SendOutcome.Sent(delivery.EditsMessageId ?? ++messages))], Stop);
    }

    private async Task<List<Delivery>> DeliveriesAsync(DeliveryState state)
    {
        await using var db = store.Open();
        return await db.Deliveries.AsNoTracking().Where(delivery => delivery.State == state).OrderBy(delivery => delivery.Id).ToListAsync(Stop);
    }

    private static string Sources(Message message)
    {
        var lines = message.PlainText().Split('\n');
        var also = lines.FirstOrDefault(line => line.StartsWith("Also: ", StringComparison.Ordinal));
        return lines[^(also is null ? 3 : 4)].Split(" · ")[0] + (also is null ? "" : $", also {also["Also: ".Length..]}");
    }
}
