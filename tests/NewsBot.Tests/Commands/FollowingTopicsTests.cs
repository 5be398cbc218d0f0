using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Tests.Commands;

public sealed class FollowingTopicsTests : IDisposable
{
    private readonly CommandRun chat = new();

    public void Dispose() => chat.Dispose();

    [Fact]
    public async Task The_answer_shows_how_the_topic_was_understood_what_to_expect_and_the_newest()
    {
        for (var day = 0; day < 6; day++)
        {
            await chat.ArticleAsync($"Grain ships of day {day} arrive");
            chat.Time.Advance(TimeSpan.FromDays(1));
        }

        var answer = await chat.TypeAsync("/subscribe grain ship AND arrives");
        Assert.StartsWith("You now follow grain ship AND arrives.\nI'll look for: arrives AND grain ship", answer.PlainText(), StringComparison.Ordinal);
        Assert.Contains("Expect about one article a day. The latest so far: Grain ships of day 5 arrive (Example)", answer.PlainText(), StringComparison.Ordinal);
        Assert.Equal(["Headlines", "✓ Main subject", "Any mention", "Undo"], answer.Rows.SelectMany(row => row).Select(button => button.Label));
    }

    [Fact]
    public async Task A_known_topic_is_shown_with_its_other_names()
    {
        var answer = await chat.TypeAsync("/subscribe dprk");
        Assert.StartsWith("You now follow North Korea. Also matches: North Korean, DPRK", answer.PlainText(), StringComparison.Ordinal);
        Assert.Contains("Nothing yet.", answer.PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commas_and_new_lines_part_topics_and_a_bad_one_keeps_no_other_back()
    {
        await chat.TypeAsync("/subscribe Chess");
        var answer = await chat.TypeAsync("/subscribe NATO, grain ship\nwheat AND (rye, barley), OTAN, the, chess");
        Assert.StartsWith("You now follow 3 more topics:\n• NATO. ", answer.PlainText(), StringComparison.Ordinal);
        Assert.Contains("• wheat AND (rye, barley). ", answer.PlainText(), StringComparison.Ordinal);
        Assert.Contains("“the” is too common", answer.PlainText(), StringComparison.Ordinal);
        Assert.Contains("You already follow Chess.", answer.PlainText(), StringComparison.Ordinal);
        Assert.Equal(["(barley OR rye) AND wheat", "chess", "grain ship", "nato"], await FollowedAsync());
    }

    [Fact]
    public async Task More_topics_than_a_chat_may_have_are_refused_and_the_others_kept()
    {
        using var small = new CommandRun(maximumTopics: 2);
        var answer = await small.TypeAsync("/subscribe NATO, chess, tennis");
        Assert.StartsWith("You now follow 2 more topics:", answer.PlainText(), StringComparison.Ordinal);
        Assert.Contains("already follows 2 topics, the most it can", answer.PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_is_answered_with_its_place_and_a_button_that_takes_the_repaired_text()
    {
        var answer = await chat.TypeAsync("/subscribe nato AND (korea OR dprk");
        Assert.Equal(
            "Missing closing bracket.\nHere: nato AND ▶(korea OR dprk\nDid you mean this? nato AND (korea OR dprk)",
            answer.PlainText());
        var taken = await chat.PressAsync(Assert.Single(Assert.Single(answer.Rows)).Data!);
        Assert.StartsWith("You now follow nato AND (korea OR dprk).", taken.PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phrase_with_or_that_was_never_found_is_offered_with_the_operator()
    {
        var answer = await chat.TypeAsync("/subscribe wheat or barley");
        Assert.Contains("Did you mean this? wheat OR barley", answer.PlainText(), StringComparison.Ordinal);
        await chat.ArticleAsync("Wheat or barley, asks the farmer");
        Assert.DoesNotContain("Did you mean", (await chat.TypeAsync("/preview wheat or barley")).PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Level_buttons_set_how_much_of_an_article_must_be_about_a_topic()
    {
        var buttons = (await chat.TypeAsync("/subscribe NATO")).Rows[0];
        var card = await chat.PressAsync(buttons[2].Data!);
        Assert.StartsWith("NATO: you get every article that mentions it.", card.PlainText(), StringComparison.Ordinal);
        Assert.Equal("✓ Any mention", card.Rows[0][2].Label);
        Assert.Equal(MatchLevel.Mention, await LevelAsync());
        Assert.Contains("• NATO (any mention)", (await chat.TypeAsync("/topics")).PlainText(), StringComparison.Ordinal);
        Assert.StartsWith("NATO: you get articles with it in the headline", (await chat.TypeAsync("/level nato headline")).PlainText(), StringComparison.Ordinal);
        Assert.Equal(MatchLevel.Headline, await LevelAsync());
        Assert.StartsWith("Send one of your topics", (await chat.TypeAsync("/level chess headline")).PlainText(), StringComparison.Ordinal);
        var opened = await chat.PressAsync((await chat.TypeAsync("/topics")).Rows[0][0].Data!);
        Assert.Equal("✓ Headlines", opened.Rows[0][0].Label);
    }

    [Fact]
    public async Task A_preview_shows_what_would_have_come_and_why_and_follows_nothing()
    {
        await chat.ArticleAsync("NATO meets");
        await chat.ArticleAsync("Chess", $"{string.Concat(Enumerable.Repeat("It was a long day. ", 20))} NATO.");
        var answer = await chat.TypeAsync("/preview nato");
        Assert.StartsWith("What you'd have received about NATO in the past day:", answer.PlainText(), StringComparison.Ordinal);
        Assert.Contains("• NATO meets (Example): “NATO” once in the headline", answer.PlainText(), StringComparison.Ordinal);
        Assert.Contains("Headline 1 · Main subject 1 · Any mention 2", answer.PlainText(), StringComparison.Ordinal);
        Assert.Equal("subscribe:NATO", Assert.Single(Assert.Single(answer.Rows)).Data);
        Assert.Empty(await FollowedAsync());
        Assert.StartsWith("Nothing about chess AND rye", (await chat.TypeAsync("/preview chess AND rye")).PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_problem_has_a_sentence_in_every_language()
    {
        foreach (var texts in Texts.All)
        {
            Assert.All(Enum.GetNames<NewsBot.Topics.Queries.QueryProblem>(), problem => Assert.EndsWith(".", texts.TopicRefusal(problem, "x", 3), StringComparison.Ordinal));
        }
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<List<string>> FollowedAsync()
    {
        await using var db = chat.Open();
        return await db.Subscriptions.Join(db.Topics, subscription => subscription.TopicId, topic => topic.Id, (_, topic) => topic.Query).OrderBy(query => query).ToListAsync(Stop);
    }

    private async Task<MatchLevel> LevelAsync()
    {
        await using var db = chat.Open();
        return (await db.Subscriptions.SingleAsync(Stop)).Level;
    }
}
