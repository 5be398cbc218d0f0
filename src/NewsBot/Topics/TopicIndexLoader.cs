using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Topics.Index;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics;

/// <summary>Keeps the index up to the store. A topic never changes; a new one has a higher id than all before.</summary>
internal sealed partial class TopicIndexLoader(TopicIndex index, ILogger<TopicIndexLoader> logger)
{
    private const int ArticlesToLearnFrom = 300;

    private bool hasLearned;
    private long lastSeen;

    /// <summary>Adds the topics that came since the last call; all of them at the first.</summary>
    public async Task CatchUpAsync(NewsDb db, CancellationToken cancellationToken)
    {
        if (!hasLearned)
        {
            await LearnAsync(db, cancellationToken);
            hasLearned = true;
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

    /// <summary>Removes matches whose topic is not in the store any more, and the topic from the index.</summary>
    public async Task RemoveDeletedAsync(NewsDb db, List<Match> matches, CancellationToken cancellationToken)
    {
        var found = matches.Select(match => match.TopicId).Distinct().ToList();
        var existing = await db.Topics.Where(topic => found.Contains(topic.Id)).Select(topic => topic.Id).ToListAsync(cancellationToken);
        if (existing.Count < found.Count)
        {
            var deleted = found.Except(existing).ToHashSet();
            matches.RemoveAll(match => deleted.Contains(match.TopicId));
            foreach (var topic in deleted)
            {
                index.Remove(topic);
            }
        }
    }

    /// <summary>Which words are rare decides under which of its words a topic is kept: the newest articles tell.</summary>
    private async Task LearnAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var analyzed = new AnalyzedArticle();
        var newest = db.Articles.AsNoTracking().OrderByDescending(article => article.Id).Take(ArticlesToLearnFrom);
        await foreach (var article in newest.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            analyzed.Read(ArticleText.Of(article));
            index.Learn(analyzed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Topic {Id} was stored as {Stored} and now means {Meaning} (catalogue version {Version})")]
        public static partial void ReadDifferently(ILogger logger, long id, string stored, string meaning, int version);

        [LoggerMessage(Level = LogLevel.Error, Message = "Topic {Id} has an unreadable query and matches nothing: {Query}")]
        public static partial void Unreadable(ILogger logger, long id, string query);
    }
}
