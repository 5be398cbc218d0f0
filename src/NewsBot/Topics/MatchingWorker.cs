using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Hosting;
using NewsBot.Storage;

namespace NewsBot.Topics;

/// <summary>Takes up the topics, at its start all of them, and articles that wait to be held against them, oldest first.</summary>
internal sealed class MatchingWorker(
    WorkerContext context,
    IDbContextFactory<NewsDb> stores,
    TopicIndexLoader roll,
    ArticleMatcher matching,
    WorkSignal<Article> articles,
    WorkSignal<Match> matches) : Worker(context)
{
    /// <summary>Small enough that the store's write lock is held for a moment only.</summary>
    private const int Batch = 50;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await roll.CatchUpAsync(db, cancellationToken);
        var waiting = await db.Articles.Where(article => article.MatchedAt == null)
            .OrderBy(article => article.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return false;
        }

        var found = await matching.MatchAsync(db, waiting, cancellationToken);

        // One save is one transaction: matches and "article matched" are there together or not at all.
        await db.SaveChangesAsync(cancellationToken);
        if (found > 0)
        {
            matches.Notify();
        }

        return waiting.Count == Batch;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => articles.WaitAsync(PollInterval, Time, cancellationToken);
}
