using Microsoft.EntityFrameworkCore;
using NewsBot.Commands.Following;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Tests.Commands.Following;

public sealed class UnfollowingTests : IDisposable
{
    private readonly CommandRun chat = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => chat.Dispose();

    [Fact]
    public async Task Undo_restores_topic_level_pause_volume_and_place()
    {
        await chat.TypeAsync("/subscribe grain ship AND leaves");
        await chat.TypeAsync("/level grain ship AND leaves headline");
        await chat.TypeAsync("/pause grain ship AND leaves 8h");
        await ChangeAsync(subscription => subscription.PushesPerHour = int.MaxValue);
        await chat.TypeAsync("/subscribe Chess");
        var before = await StateAsync();

        var farewell = await chat.TypeAsync("/unsubscribe grain ship AND leaves");
        Assert.Equal("You no longer follow grain ship AND leaves.", farewell.PlainText());
        Assert.DoesNotContain("grain", string.Join(' ', await TopicsAsync()), StringComparison.Ordinal);
        var restored = await chat.PressAsync(Assert.Single(Assert.Single(farewell.Rows)).Data!);

        Assert.StartsWith("You follow grain ship AND leaves again", restored.PlainText(), StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Undo_restores_a_pause_without_an_end_and_a_topic_too_long_for_a_button()
    {
        var text = string.Join(" OR ", Enumerable.Range(0, 20).Select(number => $"harbour{(char)('a' + number)}"));
        await chat.TypeAsync($"/subscribe {text}");
        await ChangeAsync(subscription => (subscription.PausedAt, subscription.PausedUntil) = (chat.Time.GetUtcNow(), DateTimeOffset.MaxValue));
        var topics = await TopicsAsync();

        var farewell = await chat.PressAsync(chat.Shown!.Rows[^1][0].Data!);
        Assert.Empty(await TopicsAsync());
        await chat.PressAsync(farewell.Rows[0][0].Data!);

        Assert.Equal(topics, await TopicsAsync());
        await using var db = chat.Open();
        Assert.Equal(DateTimeOffset.MaxValue, (await db.Subscriptions.SingleAsync(Stop)).PausedUntil);
    }

    [Theory]
    [InlineData("unsubscribe:undo 1 - - - 7fffffffffffffff")]
    [InlineData("unsubscribe:undo 9 - - - 1")]
    [InlineData("unsubscribe:undo -1 zz - 99999999999999999999 x")]
    [InlineData("unsubscribe:undo ")]
    public async Task An_undo_with_data_of_somebody_elses_making_harms_nothing(string data)
    {
        await chat.TypeAsync("/subscribe Chess");
        await chat.TypeAsync("/unsubscribe Chess");
        await chat.TryPressAsync(data);
        await chat.TypeAsync("/subscribe tennis");
        await using var db = chat.Open();
        Assert.InRange(await db.Subscriptions.MaxAsync(subscription => subscription.Id, Stop), 1, 10);
    }

    [Fact]
    public async Task A_topic_that_somebody_else_follows_stays_and_one_that_nobody_follows_goes_with_its_matches()
    {
        await chat.TypeAsync("/subscribe Chess, tennis");
        await using (var db = chat.Open())
        {
            db.Subscribers.Add(new Subscriber { ChatId = 8, Language = "en" });
            await db.SaveChangesAsync(Stop);
            var other = await db.Subscribers.SingleAsync(subscriber => subscriber.ChatId == 8, Stop);
            var chess = await db.Topics.SingleAsync(topic => topic.Query == "chess", Stop);
            db.Subscriptions.Add(new Subscription { SubscriberId = other.Id, TopicId = chess.Id });
            await db.SaveChangesAsync(Stop);
        }

        await chat.ArticleAsync("tennis in the rain");
        await using (var db = chat.Open())
        {
            var article = await db.Set<NewsBot.Articles.Article>().SingleAsync(Stop);
            db.Matches.Add(new Match { ArticleId = article.Id, StoryId = article.StoryId, TopicId = (await db.Topics.SingleAsync(topic => topic.Query == "tennis", Stop)).Id });
            await db.SaveChangesAsync(Stop);
        }

        await chat.TypeAsync("/unsubscribe chess");
        await chat.TypeAsync("/unsubscribe tennis");
        Assert.Equal(["chess"], await TopicsAsync());
        await using var after = chat.Open();
        Assert.Equal(0, await after.Matches.CountAsync(Stop));
    }

    [Theory]
    [InlineData("/unsubscribe", "unsubscribe", 4)]
    [InlineData("/level", "level", 4)]
    [InlineData("/topics", "level", 4)]
    public async Task All_of_a_hundred_topics_are_reached_page_by_page(string command, string button, int pages)
    {
        for (var first = 0; first < 100; first += 20)
        {
            await chat.TypeAsync($"/subscribe {string.Join(", ", Enumerable.Range(first, 20).Select(number => $"harbour {(char)('a' + (number / 26))}{(char)('a' + (number % 26))}x"))}");
        }

        var page = await chat.TypeAsync(command);
        var seen = new HashSet<string>();
        for (var number = 1; ; number++)
        {
            seen.UnionWith(page.Rows.SelectMany(row => row).Select(shown => shown.Data!).Where(data => data.StartsWith($"{button}:#", StringComparison.Ordinal)));
            if (page.Rows[^1].FirstOrDefault(shown => shown.Label == "Next") is not { } next)
            {
                Assert.Equal(pages, number);
                break;
            }

            page = await chat.PressAsync(next.Data!);
        }

        Assert.Equal(100, seen.Count);
    }

    [Theory]
    [InlineData("unsubscribe:page 99")]
    [InlineData("unsubscribe:page -1")]
    [InlineData("level:page x")]
    public async Task A_page_that_does_not_exist_shows_one_that_does(string data)
    {
        await chat.TypeAsync("/subscribe Chess, tennis");
        Assert.Equal(2, (await chat.PressAsync(data)).Rows.SelectMany(row => row).Count());
    }

    [Fact]
    public async Task A_topic_called_page_can_be_unfollowed_by_typing_it()
    {
        await chat.TypeAsync("/subscribe page turners");
        Assert.StartsWith("You no longer follow page turners", (await chat.TypeAsync("/unsubscribe page turners")).PlainText(), StringComparison.Ordinal);
    }

    private async Task ChangeAsync(Action<Subscription> change)
    {
        await using var db = chat.Open();
        change(await db.Subscriptions.SingleAsync(Stop));
        await db.SaveChangesAsync(Stop);
    }

    private async Task<List<string>> TopicsAsync()
    {
        await using var db = chat.Open();
        return await db.Topics.Select(topic => topic.Query).OrderBy(query => query).ToListAsync(Stop);
    }

    private async Task<string> StateAsync()
    {
        await using var db = chat.Open();
        var topic = await db.Topics.OrderBy(topic => topic.Id).FirstAsync(topic => topic.Query != "chess", Stop);
        return $"{topic.Query} {topic.Name} {UnfollowedState.Of(await db.Subscriptions.SingleAsync(subscription => subscription.TopicId == topic.Id, Stop))}";
    }
}
