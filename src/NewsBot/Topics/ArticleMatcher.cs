using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Topics.Index;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics;

/// <summary>Holds stored articles against all topics and notes what matches. The caller saves, in one transaction.</summary>
internal sealed partial class ArticleMatcher(TopicIndex index, TopicIndexLoader roll, TimeProvider time, ILogger<ArticleMatcher> logger)
{
    /// <summary>Marks the articles as matched and adds the matches that are not stored yet: an article may come here again.</summary>
    /// <returns>How many matches were added.</returns>
    public async Task<int> MatchAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        await roll.CatchUpAsync(db, cancellationToken);
        var candidates = articles.Where(article => article.IsNews).Select(Find).OfType<Candidates>().ToList();
        var topics = await roll.QueriesAsync(db, [.. candidates.SelectMany(found => found.Topics).Distinct()], cancellationToken);
        var stored = await StoredAsync(db, articles, cancellationToken);
        var matches = candidates.SelectMany(found => MatchesOf(found, topics))
            .Where(match => !stored.Contains((match.ArticleId, match.TopicId)))
            .ToList();
        db.Matches.AddRange(matches);
        foreach (var article in articles)
        {
            article.MatchedAt = time.GetUtcNow();
        }

        return matches.Count;
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

    /// <summary>Null for an article that cannot be matched: it must not hold up all that come after it.</summary>
    private Candidates? Find(Article article)
    {
        try
        {
            var analyzed = AnalyzedArticle.Of(ArticleText.Of(article));
            var topics = new List<long>();
            index.Find(analyzed, topics);
            topics.Sort();
            return new Candidates(article, analyzed, topics);
        }
#pragma warning disable CA1031 // Whatever is wrong with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Unmatched(logger, article.Id, exception);
            return null;
        }
    }

    /// <summary>Scores what the index found. The query itself has the last word.</summary>
    private IEnumerable<Match> MatchesOf(Candidates found, Dictionary<long, TopicQuery> topics) =>
        from id in found.Topics
        where topics.ContainsKey(id)
        let match = TopicMatch.Of(topics[id], found.Analyzed, id)
        where match is not null
        select ToRow(match, found.Article);

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

    private sealed record Candidates(Article Article, AnalyzedArticle Analyzed, List<long> Topics);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Article {Id} could not be held against the topics and is passed over")]
        public static partial void Unmatched(ILogger logger, long id, Exception exception);
    }
}
