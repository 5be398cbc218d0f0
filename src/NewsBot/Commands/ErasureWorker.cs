using Microsoft.EntityFrameworkCore;
using NewsBot.Hosting;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Commands;

/// <summary>
/// Removes what is left of deleted data: topics that nobody follows, and old pages in the store's write-ahead log. Runs a few seconds
/// after somebody unfollowed a topic or had their data deleted, when the reply that quoted it is sent too, and once an hour.
/// </summary>
internal sealed class ErasureWorker(WorkerContext context, IDbContextFactory<NewsDb> stores, WorkSignal<ErasureRequest> erasures) : Worker(context)
{
    /// <summary>A delete holds the store's only write lock: a thousand rows are some tens of milliseconds.</summary>
    private const int BatchSize = 1_000;

    private static readonly TimeSpan DelayAfterRequest = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private bool isLogTruncated;

    protected override TimeSpan PollInterval => TimeSpan.FromHours(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        if (await DeleteBatchAsync(db, cancellationToken))
        {
            return true;
        }

        isLogTruncated = await WriteAheadLog.TruncateAsync(db, cancellationToken);
        return false;
    }

    protected override async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (!isLogTruncated)
        {
            await Task.Delay(RetryDelay, Time, cancellationToken);
            return;
        }

        await erasures.WaitAsync(PollInterval, Time, cancellationToken);
        await Task.Delay(DelayAfterRequest, Time, cancellationToken);
    }

    /// <summary>Returns whether there may be more.</summary>
    private static async Task<bool> DeleteBatchAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var unfollowed = await db.Topics
            .Where(topic => !db.Set<Subscription>().Any(subscription => subscription.TopicId == topic.Id))
            .OrderBy(topic => topic.Id).Select(topic => topic.Id).Take(BatchSize).ToListAsync(cancellationToken);
        if (unfollowed.Count == 0)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var matches = await db.Matches
            .Where(match => unfollowed.Contains(match.TopicId) && !db.Set<Subscription>().Any(subscription => subscription.TopicId == match.TopicId))
            .OrderBy(match => match.Id).Take(BatchSize).ExecuteDeleteAsync(cancellationToken);
        if (matches < BatchSize)
        {
            await db.DeleteUnfollowedTopicsAsync(unfollowed, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
