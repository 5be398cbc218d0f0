using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics;

/// <summary>Keeps the index up to the store: topics are never changed, only added with a higher id than all before.</summary>
internal sealed partial class TopicRoll(TopicIndex index, ILogger<TopicRoll> logger)
{
    private long lastSeen;

    /// <summary>Takes up the topics that came since the last call; all of them at the first.</summary>
    public async Task CatchUpAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var topics = db.Topics.AsNoTracking().Where(topic => topic.Id > lastSeen).OrderBy(topic => topic.Id);
        await foreach (var topic in topics.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (TopicQuery.Restore(topic) is { } query)
            {
                index.Add(topic.Id, query);
            }
            else
            {
                Log.Unreadable(logger, topic.Id, topic.Query);
            }

            lastSeen = topic.Id;
        }
    }

    /// <summary>Forgets what was deleted of the given topics. Returns those that are there.</summary>
    public async Task<HashSet<long>> KeepExistingAsync(NewsDb db, IReadOnlyCollection<long> topicIds, CancellationToken cancellationToken)
    {
        var existing = await db.Topics.Where(topic => topicIds.Contains(topic.Id)).Select(topic => topic.Id).ToListAsync(cancellationToken);
        foreach (var gone in topicIds.Except(existing))
        {
            index.Remove(gone);
        }

        return [.. existing];
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Topic {Id} cannot be read and matches nothing: {Query}")]
        public static partial void Unreadable(ILogger logger, long id, string query);
    }
}
