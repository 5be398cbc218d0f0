using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Tests.Support;
using NewsBot.Topics;
using NewsBot.Topics.Index;

namespace NewsBot.Tests.Topics;

public sealed class StoredTopicsTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly TopicIndex index = new();
    private readonly ArticleMatcher matching;

    public StoredTopicsTests() => matching = NewMatching(index);

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Equal_queries_share_one_topic()
    {
        var first = await TopicAsync("nato");
        Assert.Equal("NATO", first.Name);
        Assert.Equal(first.Id, (await TopicAsync("  NATO ")).Id);
        Assert.Equal(first.Id, (await TopicAsync("НАТО, OTAN")).Id);
        Assert.NotEqual(first.Id, (await TopicAsync("\"nato\"")).Id);
    }

    [Fact]
    public async Task People_who_follow_the_same_new_topic_at_once_get_one_topic()
    {
        var topics = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TopicAsync("space lasers"))));
        Assert.Single(topics.Select(topic => topic.Id).Distinct());
    }

    [Fact]
    public async Task An_article_of_news_leaves_a_match_for_each_topic_at_every_level()
    {
        var (nato, iran, _) = (await TopicAsync("NATO"), await TopicAsync("Iran"), await TopicAsync("chess"));
        var article = await ArticleAsync("NATO meets", string.Concat(Enumerable.Repeat("The talks went on. ", 30)) + "Iran was named.");
        Assert.Equal(2, await RoundAsync());
        await using var db = store.Open();
        var matches = await db.Matches.OrderBy(match => match.TopicId).ToListAsync(Stop);
        Assert.Equal([(nato.Id, MatchLevel.Headline), (iran.Id, MatchLevel.Mention)], matches.Select(match => (match.TopicId, match.Level)));
        Assert.All(matches, match => Assert.Equal((article.Id, article.StoryId, time.GetUtcNow()), (match.ArticleId, match.StoryId, match.CreatedAt)));
        Assert.Equal([new MatchReason("NATO", "title", 1)], matches[0].Why);
        Assert.Equal(time.GetUtcNow(), (await db.Articles.SingleAsync(Stop)).MatchedAt);
    }

    [Fact]
    public async Task What_is_not_news_is_marked_and_matches_nothing()
    {
        await TopicAsync("NATO");
        await ArticleAsync("NATO meets", isNews: false);
        Assert.Equal(0, await RoundAsync());
        await using var db = store.Open();
        Assert.NotNull((await db.Articles.SingleAsync(Stop)).MatchedAt);
    }

    [Fact]
    public async Task A_topic_created_a_moment_ago_takes_effect_at_once()
    {
        await ArticleAsync("NATO meets");
        Assert.Equal(0, await RoundAsync());
        await TopicAsync("NATO");
        await ArticleAsync("NATO meets again");
        Assert.Equal(1, await RoundAsync());
    }

    [Fact]
    public async Task An_article_that_comes_again_after_a_crash_is_not_matched_twice()
    {
        await TopicAsync("NATO");
        await ArticleAsync("NATO meets");
        Assert.Equal(1, await RoundAsync());
        await using var db = store.Open();
        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.MatchedAt, (DateTimeOffset?)null), Stop);
        await TopicAsync("meets");
        Assert.Equal(1, await RoundAsync(NewMatching(new TopicIndex())));
        Assert.Equal(2, await db.Matches.CountAsync(Stop));
    }

    [Fact]
    public async Task A_round_that_cannot_be_saved_whole_leaves_nothing()
    {
        await TopicAsync("NATO");
        await ArticleAsync("NATO meets");
        await using var db = store.Open();
        await db.Database.ExecuteSqlAsync($"CREATE TRIGGER full BEFORE UPDATE ON Articles BEGIN SELECT RAISE(ABORT, 'disk full'); END", Stop);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => RoundAsync());
        Assert.Equal(0, await db.Matches.CountAsync(Stop));
        await db.Database.ExecuteSqlAsync($"DROP TRIGGER full", Stop);
        Assert.Equal(1, await RoundAsync());
    }

    [Fact]
    public async Task An_article_of_many_topics_leaves_a_match_for_each()
    {
        var words = Enumerable.Range(0, 47).Select(number => $"zyx{(char)('a' + (number / 26))}{(char)('a' + (number % 26))}w").ToList();
        foreach (var word in words)
        {
            await TopicAsync(word);
        }

        await ArticleAsync("A list", string.Join(", ", words));
        Assert.Equal(47, await RoundAsync());
        await using var db = store.Open();
        var matches = await db.Matches.OrderBy(match => match.TopicId).ToListAsync(Stop);
        Assert.Equal(words, matches.Select(match => match.Why.Single().Term));
        Assert.All(matches, match => Assert.Equal((0L, null), (match.FanOutCursor, match.FannedOutAt)));
    }

    [Fact]
    public async Task An_article_that_fails_is_tried_again_and_passed_over_in_the_end()
    {
        await TopicAsync("NATO");
        var broken = await ArticleAsync("NATO meets");
        var sound = await ArticleAsync("NATO votes");
        await using var db = store.Open();
        broken.Tags = [null!];
        Assert.Equal(1, await matching.MatchAsync(db, [broken, sound], Stop));
        Assert.Equal([broken.Id], await WaitingAsync());

        broken.Tags = [];
        Assert.Equal(1, await matching.MatchAsync(db, [broken], Stop));
        Assert.Empty(await WaitingAsync());

        var hopeless = await ArticleAsync("NATO rests");
        hopeless.Tags = [null!];
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Equal([hopeless.Id], await WaitingAsync());
            Assert.Equal(0, await matching.MatchAsync(db, [hopeless], Stop));
        }

        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task Without_topics_the_articles_are_read_once_and_not_in_every_round()
    {
        await ArticleAsync("NATO meets");
        Assert.Equal(0, await RoundAsync());
        await using var db = store.Open();
        await db.Database.ExecuteSqlAsync($"ALTER TABLE Articles RENAME TO Unreadable", Stop);
        Assert.Equal(0, await matching.MatchAsync(db, [], Stop));
    }

    [Fact]
    public async Task A_topic_that_was_deleted_holds_nothing_up()
    {
        var gone = await TopicAsync("NATO");
        await ArticleAsync("NATO meets");
        Assert.Equal(1, await RoundAsync());
        await using var db = store.Open();
        await db.Matches.ExecuteDeleteAsync(Stop);
        await db.Topics.Where(topic => topic.Id == gone.Id).ExecuteDeleteAsync(Stop);
        await ArticleAsync("NATO meets again");
        Assert.Equal(0, await RoundAsync());
        Assert.Equal(0, index.Count);
    }

    [Fact]
    public async Task A_topic_that_cannot_be_read_holds_nothing_up()
    {
        await using var db = store.Open();
        db.Topics.Add(new Topic { Name = "Broken", Query = "(((" });
        await db.SaveChangesAsync(Stop);
        await TopicAsync("NATO");
        await ArticleAsync("NATO meets");
        Assert.Equal(1, await RoundAsync());
    }

    [Fact]
    public async Task The_latest_on_a_topic_are_the_newest_matches_one_a_story()
    {
        await ArticleAsync("NATO met long ago");
        time.Advance(TimeSpan.FromDays(8));
        var told = await ArticleAsync("NATO meets", isNews: false);
        time.Advance(TimeSpan.FromHours(1));
        await ArticleAsync("An alliance met", "In short: " + string.Concat(Enumerable.Repeat("it was a long day. ", 20)) + "NATO.", story: told.StoryId);
        time.Advance(TimeSpan.FromHours(1));
        var newest = await ArticleAsync("NATO votes");
        await ArticleAsync("Chess");
        await using var db = store.Open();
        using var recent = new RecentMatches(time);
        var found = await recent.FindAsync(db, Some.Query("nato"), MatchLevel.About, 10, Stop);
        Assert.Equal([newest.Id, told.Id], found.Select(match => match.Article.Id));
        Assert.All(found, match => Assert.Equal(MatchLevel.Headline, match.Match.Level));
        Assert.Equal(newest.Id, Assert.Single(await recent.FindAsync(db, Some.Query("nato"), MatchLevel.Mention, 1, Stop)).Article.Id);
    }

    [Fact]
    public async Task Recent_articles_are_read_once_for_all_questions()
    {
        var first = await ArticleAsync("NATO meets");
        await using var db = store.Open();
        using var recent = new RecentMatches(time);
        Assert.Equal([first.Id], await RecentAsync());
        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(article => article.Title, "Unread"), Stop);
        var second = await ArticleAsync("NATO votes");
        Assert.Equal([second.Id, first.Id], await RecentAsync());
        await db.Articles.Where(article => article.Id == first.Id).ExecuteDeleteAsync(Stop);
        Assert.Equal([second.Id], await RecentAsync());
        time.Advance(TimeSpan.FromDays(8));
        Assert.Empty(await RecentAsync());

        async Task<IEnumerable<long>> RecentAsync() =>
            (await recent.FindAsync(db, Some.Query("NATO"), MatchLevel.Mention, 10, Stop)).Select(match => match.Article.Id);
    }

    [Fact]
    public async Task Of_a_very_long_recent_text_the_beginning_is_looked_at()
    {
        await ArticleAsync("A book", "Chess is played. " + string.Concat(Enumerable.Repeat("The talks went on. ", 50_000)) + "Iran was named.");
        await using var db = store.Open();
        using var recent = new RecentMatches(time);
        var forecasts = await recent.LookAsync(db, [Some.Query("chess"), Some.Query("Iran")], Stop);
        Assert.Equal([1, 0], forecasts.Select(forecast => forecast.Stories.Count));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ArticleMatcher NewMatching(TopicIndex topics) =>
        new(topics, new TopicIndexLoader(topics, NullLogger<TopicIndexLoader>.Instance), time, NullLogger<ArticleMatcher>.Instance);

    private async Task<Topic> TopicAsync(string query)
    {
        await using var db = store.Open();
        return await db.FindOrCreateAsync(Some.Query(query), time.GetUtcNow(), Stop);
    }

    private async Task<Article> ArticleAsync(string title, string text = "", bool isNews = true, long? story = null)
    {
        await using var db = store.Open();
        return await StoredArticle.AddAsync(db, title, text, isNews, story, time.GetUtcNow());
    }

    private async Task<int> RoundAsync(ArticleMatcher? other = null)
    {
        await using var db = store.Open();
        var waiting = await db.Articles.Where(article => article.MatchedAt == null).ToListAsync(Stop);
        return await (other ?? matching).MatchAsync(db, waiting, Stop);
    }

    private async Task<List<long>> WaitingAsync()
    {
        await using var db = store.Open();
        return await db.Articles.Where(article => article.MatchedAt == null).Select(article => article.Id).ToListAsync(Stop);
    }
}
