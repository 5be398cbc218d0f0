using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Topics.Index;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics;

/// <summary>Keeps the index up to the store: topics are never changed, only added with a higher id than all before.</summary>
internal sealed partial class TopicIndexLoader(TopicIndex index, ILogger<TopicIndexLoader> logger)
{
    private const int ArticlesToLearnFrom = 300;

    /// <summary>Ids in one statement.</summary>
    private const int MaxIds = 1_000;

    private long lastSeen;

    /// <summary>Takes up the topics that came since the last call; all of them at the first.</summary>
    public async Task CatchUpAsync(NewsDb db, CancellationToken cancellationToken)
    {
        if (lastSeen == 0)
        {
            await LearnAsync(db, cancellationToken);
        }

        var topics = db.Topics.AsNoTracking().Where(topic => topic.Id > lastSeen).OrderBy(topic => topic.Id);
        await foreach (var topic in topics.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (TopicQuery.Restore(topic) is { } query)
            {
                index.Add(topic.Id, query);
                if (query.Canonical != topic.Query)
                {
                    Log.ReadDifferently(logger, topic.Id, topic.Query, query.Canonical, TopicCatalogue.Version);
                }
            }
            else
            {
                Log.Unreadable(logger, topic.Id, topic.Query);
            }

            lastSeen = topic.Id;
        }
    }

    /// <summary>Which words are rare decides under which a topic is kept: the newest articles tell.</summary>
    private async Task LearnAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var newest = db.Articles.AsNoTracking().OrderByDescending(article => article.Id).Take(ArticlesToLearnFrom);
        await foreach (var article in newest.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            index.Learn(AnalyzedArticle.Of(ArticleText.Of(article)));
        }
    }

    /// <summary>The queries of topics that the index found. What was deleted of them is forgotten.</summary>
    public async Task<Dictionary<long, TopicQuery>> QueriesAsync(NewsDb db, IReadOnlyCollection<long> topicIds, CancellationToken cancellationToken)
    {
        var queries = new Dictionary<long, TopicQuery>();
        foreach (var ids in topicIds.Chunk(MaxIds))
        {
            var topics = await db.Topics.AsNoTracking().Where(topic => ids.Contains(topic.Id)).ToListAsync(cancellationToken);
            foreach (var topic in topics)
            {
                queries[topic.Id] = TopicQuery.Restore(topic)!;
            }
        }

        foreach (var gone in topicIds.Where(id => !queries.ContainsKey(id)))
        {
            index.Remove(gone);
        }

        return queries;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Topic {Id} was stored as {Stored} and now means {Meaning} (catalogue version {Version})")]
        public static partial void ReadDifferently(ILogger logger, long id, string stored, string meaning, int version);

        [LoggerMessage(Level = LogLevel.Error, Message = "Topic {Id} cannot be read and matches nothing: {Query}")]
        public static partial void Unreadable(ILogger logger, long id, string query);
    }
}
