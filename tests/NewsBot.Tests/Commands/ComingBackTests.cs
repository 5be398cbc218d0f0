using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using NewsBot.Articles;
using NewsBot.Commands;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;
using NewsBot.Topics;

namespace NewsBot.Tests.Commands;

public sealed class ComingBackTests : IDisposable
{
    private const long Person = 7;

    private readonly CommandRun chat = new();
    private readonly IncomingHandler handler;
    private int updates = 1000;

    public ComingBackTests() => handler = new IncomingHandler(new CommandTable([]), null!, chat.Time, NullLogger<IncomingHandler>.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => chat.Dispose();

    [Fact]
    public async Task Who_unblocks_the_bot_is_asked_about_what_they_missed_and_sees_it_only_then()
    {
        await BlockAndMissAsync(3);
        await ChangeAsync(canWrite: true);
        var question = await LastAsync();
        Assert.Contains("You missed 3 stories while I was blocked", question.PlainText(), StringComparison.Ordinal);
        Assert.Equal(["Show me", "No, thanks"], question.Rows.SelectMany(row => row).Select(button => button.Label));

        var digest = await chat.PressAsync(question.Rows[0][0].Data!);
        Assert.Equal(3, digest.PlainText().Split('•').Length - 1);
    }

    [Fact]
    public async Task Who_says_no_gets_nothing_of_it()
    {
        await BlockAndMissAsync(3);
        await ChangeAsync(canWrite: true);
        var answer = await chat.PressAsync((await LastAsync()).Rows[0][1].Data!);
        Assert.Equal("All right. I'll just send what's new from now on.", answer.PlainText());
    }

    [Fact]
    public async Task Start_asks_as_well_and_only_once()
    {
        await BlockAndMissAsync(1);
        Assert.Equal(2, (await chat.TypeAsync("/start")).Rows.SelectMany(row => row).Count());
        Assert.Empty((await chat.TypeAsync("/start")).Rows);
    }

    [Fact]
    public async Task Who_missed_nothing_is_greeted_and_not_asked()
    {
        await BlockAndMissAsync(0);
        await ChangeAsync(canWrite: true);
        var greeting = await LastAsync();
        Assert.StartsWith("Welcome back!", greeting.PlainText(), StringComparison.Ordinal);
        Assert.Empty(greeting.Rows);
    }

    [Fact]
    public async Task An_unblocking_that_is_told_twice_is_answered_once()
    {
        await BlockAndMissAsync(1);
        await ChangeAsync(canWrite: true);
        await ChangeAsync(canWrite: true);
        await using var db = chat.Open();
        Assert.Equal(1, await db.Deliveries.CountAsync(delivery => delivery.CarriedId > 1000, Stop));
    }

    private async Task BlockAndMissAsync(int stories)
    {
        await chat.TypeAsync("/subscribe Grain");
        await ChangeAsync(canWrite: false);
        for (var story = 0; story < stories; story++)
        {
            chat.Time.Advance(TimeSpan.FromMinutes(1));
            await chat.ArticleAsync($"Grain ship {story} leaves");
            await using var db = chat.Open();
            var article = await db.Set<NewsBot.Articles.Article>().OrderByDescending(one => one.Id).FirstAsync(Stop);
            var topic = await db.Topics.SingleAsync(Stop);
            db.Matches.Add(new Match { ArticleId = article.Id, StoryId = article.StoryId, TopicId = topic.Id, Level = MatchLevel.Headline, Score = 1, CreatedAt = chat.Time.GetUtcNow() });
            await db.SaveChangesAsync(Stop);
        }
    }

    private async Task ChangeAsync(bool canWrite)
    {
        await using var db = chat.Open();
        var change = new MembershipChanged(++updates, new ChatAddress(Person), ChatKind.Private, canWrite);
        await handler.RunAsync(db, new PreparedCall(change, null, false), Stop);
        await CommandRun.CommitAsync(db);
    }

    private async Task<Message> LastAsync()
    {
        await using var db = chat.Open();
        return MessageJson.Read((await db.Deliveries.SingleAsync(delivery => delivery.CarriedId == updates, Stop)).Body!);
    }
}
