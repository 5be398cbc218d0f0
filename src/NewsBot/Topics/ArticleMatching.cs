using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics;

/// <summary>Holds stored articles against all topics and notes what matches. The caller saves, in one transaction.</summary>
internal sealed partial class ArticleMatching(TopicIndex index, TopicRoll roll, TimeProvider time, ILogger<ArticleMatching> logger)
{
    /// <summary>Marks the articles as matched and adds the matches that are not stored yet: an article may come here again.</summary>
    /// <returns>How many matches were added.</returns>
    public async Task<int> MatchAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        await roll.CatchUpAsync(db, cancellationToken);
        var found = articles.Where(article => article.IsNews).SelectMany(MatchesOf).ToList();
        var topics = await roll.KeepExistingAsync(db, [.. found.Select(match => match.TopicId).Distinct()], cancellationToken);
        var stored = await StoredAsync(db, articles, cancellationToken);
        found.RemoveAll(match => !topics.Contains(match.TopicId) || stored.Contains((match.ArticleId, match.TopicId)));
        db.Matches.AddRange(found);
        foreach (var article in articles)
        {
            article.MatchedAt = time.GetUtcNow();
        }

        return found.Count;
    }

    private static async Task<HashSet<(long Article, long Topic)>> StoredAsync(
        NewsDb db, IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        var ids = articles.Select(article => article.Id).ToList();
        var stored = await db.Matches.Where(match => ids.Contains(match.ArticleId))
            .Select(match => new { match.ArticleId, match.TopicId })
            .ToListAsync(cancellationToken);
        return [.. stored.Select(match => (match.ArticleId, match.TopicId))];
    }

    private IEnumerable<Match> MatchesOf(Article article)
    {
        try
        {
            return index.Match(AnalyzedArticle.Of(ArticleText.Of(article))).Select(match => ToRow(match, article));
        }
#pragma warning disable CA1031 // One article that cannot be matched must not hold up all that come after it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Unmatched(logger, article.Id, exception);
            return [];
        }
    }

    private Match ToRow(TopicMatch match, Article article) => new()
    {
        ArticleId = article.Id,
        StoryId = article.StoryId,
        TopicId = match.TopicId,
        Level = match.Level,
        Score = match.Score,
        Why = [.. match.Why],
        CreatedAt = time.GetUtcNow(),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Article {Id} could not be held against the topics and is passed over")]
        public static partial void Unmatched(ILogger logger, long id, Exception exception);
    }
}
