using NewsBot.Articles;
using NewsBot.Commands;
using NewsBot.Commands.Reading;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;
using NewsBot.Tests.Topics;
using NewsBot.Topics;

namespace NewsBot.Tests.Commands.Reading;

public sealed class WhyCommandTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private static readonly ChatAddress Chat = new(1002);

    private readonly TemporaryStore store = new();

    [Theory]
    [InlineData(nameof(DeliveryState.Sent))]
    [InlineData(nameof(DeliveryState.Unknown))]
    [InlineData(nameof(DeliveryState.Sending))] // the person may be quicker than the record of Telegram's answer
    public async Task A_press_under_a_push_is_answered_with_the_words_that_matched(string state)
    {
        await using var db = store.Open();
        var match = await PushAsync(db, Enum.Parse<DeliveryState>(state));

        await RunAsync(db, new IncomingCallback(7, Chat, ChatKind.Private, 1002, "en", "press", $"why:{match.Id}", 5), $"{match.Id}");

        var reply = Assert.Single(db.ChangeTracker.Entries<Delivery>(), entry => entry.Entity.Lane == Lane.Reply).Entity;
        Assert.Contains("bridge builders", reply.Body!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_of_another_chats_push_tells_nothing()
    {
        await using var db = store.Open();
        var match = await PushAsync(db, DeliveryState.Sent);
        var stranger = new ChatAddress(666);

        var notice = await RunAsync(db, new IncomingCallback(7, stranger, ChatKind.Private, 666, "en", "press", $"why:{match.Id}", 5), $"{match.Id}");

        Assert.Equal(Texts.For("en").WhyForgotten, notice);
        Assert.DoesNotContain(db.ChangeTracker.Entries<Delivery>(), entry => entry.Entity.Lane == Lane.Reply);
    }

    public void Dispose() => store.Dispose();

    private static async Task<string?> RunAsync(NewsDb db, IncomingCallback press, string argument)
    {
        var subscriber = await db.FindSubscriberAsync(press.Chat, TestContext.Current.CancellationToken)
            ?? new Subscriber { ChatId = press.Chat.ChatId, Language = "en" };
        var call = new CommandCall(db, press, subscriber, argument, Now) { IsBotAdmin = false };
        await new WhyCommand().RunAsync(call, TestContext.Current.CancellationToken);
        return call.Notice;
    }

    private static async Task<Match> PushAsync(NewsDb db, DeliveryState state)
    {
        var subscriber = new Subscriber { ChatId = Chat.ChatId, Language = "en", CreatedAt = Now };
        var topic = new Topic { Name = "bridge builders", Query = "\"bridge builders\"", CreatedAt = Now };
        db.AddRange(subscriber, topic);
        var article = await StoredArticle.AddAsync(db, "Bridge builders meet", "Bridge builders met on Monday.", isNews: true, story: null, Now);
        db.Add(new Subscription { SubscriberId = subscriber.Id, TopicId = topic.Id, CreatedAt = Now });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var match = new Match
        {
            ArticleId = article.Id,
            StoryId = article.StoryId,
            TopicId = topic.Id,
            Level = MatchLevel.Headline,
            Why = [new MatchReason("bridge builders", "title", 1)],
            CreatedAt = Now,
        };
        db.Add(match);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var wording = new PushContent
        {
            StoryId = article.StoryId,
            TopicId = topic.Id,
            MatchId = match.Id,
            Title = article.Title,
            Summary = "",
            Publisher = article.Publisher,
            Address = article.Address,
        };
        db.Add(wording);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        db.Add(new Delivery { ChatId = Chat.ChatId, Lane = Lane.News, CarriedId = article.StoryId, WordingId = wording.Id, State = state, Due = Now, CreatedAt = Now });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return match;
    }
}
