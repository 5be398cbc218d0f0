using Microsoft.EntityFrameworkCore;
using NewsBot.Commands.Following;
using NewsBot.Outbox;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Tests.Commands.Following;

public sealed class OfferTests : IDisposable
{
    private readonly CommandRun chat = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => chat.Dispose();

    [Theory]
    [InlineData("harbour pilots")]
    [InlineData("harbour pilots, lighthouse keepers")]
    [InlineData("#12")]
    [InlineData("@1 pilots")]
    [InlineData("гавань і дуже довга назва теми, яка точно не вміщується у кнопку")]
    public async Task What_somebody_typed_is_no_topic_before_they_follow_it_and_the_button_still_means_it(string text)
    {
        var offer = await chat.SayAsync(text);
        Assert.Empty(await QueriesAsync());

        foreach (var row in offer.Rows)
        {
            await chat.PressAsync(row[1].Data!);
            Assert.StartsWith("Nothing about", chat.Shown!.PlainText(), StringComparison.Ordinal);
        }

        Assert.Empty(await QueriesAsync());
        foreach (var row in (await chat.SayAsync(text)).Rows)
        {
            await chat.PressAsync(row[0].Data!);
            await chat.SayAsync(text); // the message that the next button is below
        }

        var meant = TopicList.Parse(text).OfType<TopicParse.Success>().Select(parse => parse.Query.Canonical).Order(StringComparer.Ordinal);
        Assert.Equal(meant, await QueriesAsync());
    }

    [Fact]
    public async Task Twenty_long_topics_are_offered_in_one_message_that_quotes_none_of_them_half()
    {
        var topics = Enumerable.Range(0, 20).Select(number => string.Join(" OR ", Enumerable.Range(0, 30).Select(word => $"harbour{(char)('a' + number)}{(char)('a' + word % 26)}{(word > 25 ? "x" : "")}")));
        var offer = await chat.SayAsync(string.Join('\n', topics));
        Assert.InRange(offer.PlainText().Length, 1, 4096);
        Assert.NotEmpty(offer.Rows);
        await chat.PressAsync(offer.Rows[^1][0].Data!);
        Assert.Equal(30, Assert.Single(await QueriesAsync()).Split(" OR ").Length);
    }

    [Theory]
    [InlineData("subscribe:#1")]
    [InlineData("latest:#1")]
    [InlineData("preview:#1")]
    [InlineData("level:#1 headline")]
    [InlineData("pause:#1 8h")]
    [InlineData("unsubscribe:#1")]
    [InlineData("volume:more #1")]
    [InlineData("subscribe:@1")]
    public async Task A_button_with_the_number_of_a_strangers_topic_does_nothing_and_tells_nothing(string data)
    {
        await chat.TypeAsync("/subscribe Anna Kowalska divorce");
        await chat.TypeAsync("/topics");
        await chat.TryPressAsync(data, person: 8);
        await using var db = chat.Open();
        Assert.DoesNotContain("Kowalska", string.Join('\n', await db.Deliveries.Where(delivery => delivery.ChatId == 8).Select(delivery => delivery.Body).ToListAsync(Stop)), StringComparison.Ordinal);
        Assert.DoesNotContain("Kowalska", chat.Notice ?? "", StringComparison.Ordinal);
        Assert.Equal(1, await db.Subscriptions.CountAsync(Stop));
    }

    [Fact]
    public async Task Suggestions_never_show_what_people_wrote_nor_a_topic_that_few_follow()
    {
        await chat.TypeAsync("/subscribe Anna Kowalska divorce, Greenland");
        await FollowersAsync(30, "anna kowalska divorce");
        await FollowersAsync(18, "greenland");
        Assert.Equal(["NATO", "Ukraine", "North Korea", "European Union", "Climate change", "Football"], await SuggestedAsync("en"));
        await FollowersAsync(1, "greenland");
        Assert.Equal("Greenland", (await SuggestedAsync("en"))[0]);
        Assert.Equal(["Greenland", "Deutschland"], (await SuggestedAsync("de-AT"))[..2]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("uk")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("fr")]
    public void Every_suggestion_is_a_topic_of_the_catalogue_that_fits_a_button(string language) => Assert.All(
        SuggestedTopics.NamesFor(language),
        name =>
        {
            Assert.IsType<TopicNode.Known>(Assert.IsType<TopicParse.Success>(TopicQuery.Parse(name)).Query.Root);
            Assert.True(TopicButton.Fits(name), name);
        });

    [Fact]
    public async Task A_chat_at_its_limit_makes_no_topic()
    {
        using var full = new CommandRun(maximumTopics: 1);
        await full.TypeAsync("/subscribe Chess");
        await full.TypeAsync("/subscribe odd wordzzz");
        await using var db = full.Open();
        Assert.Equal(["chess"], await db.Topics.Select(topic => topic.Query).ToListAsync(Stop));
    }

    private async Task<List<string>> QueriesAsync()
    {
        await using var db = chat.Open();
        return [.. (await db.Topics.Select(topic => topic.Query).ToListAsync(Stop)).Order(StringComparer.Ordinal)];
    }

    private async Task<List<string>> SuggestedAsync(string language)
    {
        await using var db = chat.Open();
        return [.. (await SuggestedTopics.RowsAsync(db, language, Stop)).SelectMany(row => row).Select(button => button.Label)];
    }

    private async Task FollowersAsync(int count, string query)
    {
        await using var db = chat.Open();
        var topic = await db.Topics.SingleAsync(topic => topic.Query == query, Stop);
        var first = 1_000 + await db.Subscribers.CountAsync(Stop);
        var subscribers = Enumerable.Range(first, count).Select(number => new Subscriber { ChatId = number, Language = "en" }).ToList();
        db.Subscribers.AddRange(subscribers);
        await db.SaveChangesAsync(Stop);
        db.Subscriptions.AddRange(subscribers.Select(subscriber => new Subscription { SubscriberId = subscriber.Id, TopicId = topic.Id }));
        await db.SaveChangesAsync(Stop);
    }
}
