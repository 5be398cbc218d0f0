using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics;

internal static class TopicStore
{
    /// <summary>
    /// The topic of a query; equal queries share one, under the name that the first of them gave. Takes part in the caller's transaction.
    /// </summary>
    public static async Task<Topic> FindOrCreateAsync(
        this NewsDb db, TopicQuery query, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var known = await db.Topics.SingleOrDefaultAsync(topic => topic.Query == query.Canonical, cancellationToken);
        if (known is not null)
        {
            return known;
        }

        // Two people may follow the same new topic at once: the loser of the race must find the winner's row, and not fail.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Topics" ("Name", "Query", "CreatedAt") VALUES ({query.Name}, {query.Canonical}, {now.UtcTicks})
            ON CONFLICT ("Query") DO NOTHING
            """,
            cancellationToken);
        return await db.Topics.SingleAsync(topic => topic.Query == query.Canonical, cancellationToken);
    }
}
