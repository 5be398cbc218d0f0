using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics;

/// <summary>What the store already holds on queries, also from before anybody followed them, and of baselines.</summary>
internal sealed class RecentMatches(TimeProvider time)
{
    /// <summary>How many of the newest articles are looked at: a look takes some tens of milliseconds.</summary>
    private const int Articles = 500;

    /// <summary>How far back is looked.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(7);

    /// <summary>The newest matches, one per story, the newest first.</summary>
    /// <param name="atLeast">Matches below this level are left out.</param>
    /// <param name="count">At most so many.</param>
    public async Task<IReadOnlyList<RecentMatch>> FindAsync(
        NewsDb db, TopicQuery query, MatchLevel atLeast, int count, CancellationToken cancellationToken = default)
    {
        var outlook = await LookAsync(db, [query], cancellationToken);
        return [.. outlook[0].AtLeast(atLeast).Take(count)];
    }

    /// <summary>What is to be expected of each query, in their order. Each article is read once for all of them.</summary>
    public async Task<IReadOnlyList<TopicForecast>> LookAsync(NewsDb db, IReadOnlyList<TopicQuery> queries, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow();
        var articles = await db.Articles.AsNoTracking()
            .Where(article => article.FirstSeenAt >= now - Reach)
            .OrderByDescending(article => article.FirstSeenAt)
            .ThenByDescending(article => article.Id)
            .Take(Articles)
            .ToListAsync(cancellationToken);
        var found = queries.Select(_ => new List<RecentMatch>()).ToList();
        var analyzed = new AnalyzedArticle();
        foreach (var article in articles)
        {
            analyzed.Read(ArticleText.Of(article));
            for (var index = 0; index < queries.Count; index++)
            {
                if (TopicMatch.Of(queries[index], analyzed) is { } match)
                {
                    found[index].Add(new RecentMatch(article, match));
                }
            }
        }

        var span = articles.Count == 0 ? TimeSpan.Zero : now - articles.Min(TimeOf);
        return [.. found.Select(matches => new TopicForecast(StoriesOf(matches), span > Reach ? Reach : span))];
    }

    private static List<RecentMatch> StoriesOf(List<RecentMatch> matches) =>
    [
        .. matches
            .GroupBy(found => found.Article.StoryId)
            .Select(story => story.OrderByDescending(found => found.Match.Level).ThenByDescending(found => found.Match.Score).First())
            .OrderByDescending(found => TimeOf(found.Article)),
    ];

    private static DateTimeOffset TimeOf(Article article) =>
        article.Published is { } published && published < article.FirstSeenAt ? published : article.FirstSeenAt;
}
