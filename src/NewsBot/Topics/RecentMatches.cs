using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics;

/// <summary>What the store already holds on a query, also from before anybody followed it, and of baselines.</summary>
internal sealed class RecentMatches(TimeProvider time)
{
    /// <summary>How many of the newest articles are looked at: a look takes some tens of milliseconds.</summary>
    private const int Articles = 500;

    private static readonly TimeSpan Reach = TimeSpan.FromDays(7);

    /// <summary>The newest matches, one per story, the newest first.</summary>
    /// <param name="atLeast">Matches below this level are left out.</param>
    /// <param name="count">At most so many.</param>
    public async Task<IReadOnlyList<RecentMatch>> FindAsync(
        NewsDb db, TopicQuery query, MatchLevel atLeast, int count, CancellationToken cancellationToken = default)
    {
        var earliest = time.GetUtcNow() - Reach;
        var articles = await db.Articles.AsNoTracking()
            .Where(article => article.FirstSeenAt >= earliest)
            .OrderByDescending(article => article.FirstSeenAt)
            .ThenByDescending(article => article.Id)
            .Take(Articles)
            .ToListAsync(cancellationToken);
        return [.. articles
            .Select(article => (Article: article, Match: TopicMatch.Of(query, AnalyzedArticle.Of(ArticleText.Of(article)))))
            .Where(found => found.Match?.Level >= atLeast)
            .GroupBy(found => found.Article.StoryId)
            .Select(story => story.MaxBy(found => found.Match!.Score))
            .OrderByDescending(found => found.Article.Published ?? found.Article.FirstSeenAt)
            .Take(count)
            .Select(found => new RecentMatch(found.Article, found.Match!))];
    }
}
