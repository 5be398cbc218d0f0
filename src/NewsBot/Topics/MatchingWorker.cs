using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Hosting;
using NewsBot.Storage;

namespace NewsBot.Topics;

/// <summary>Loads the topics, and matches the articles that wait for it, oldest first.</summary>
internal sealed class MatchingWorker(
    WorkerContext context,
    IDbContextFactory<NewsDb> stores,
    TopicIndexLoader loader,
    ArticleMatcher matcher,
    WorkSignal<Article> articles,
    WorkSignal<Match> matches) : Worker(context)
{
    private const int Batch = 50;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await loader.CatchUpAsync(db, cancellationToken);
        var waiting = await db.Articles.AsNoTracking().Where(article => article.MatchedAt == null)
            .OrderBy(article => article.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return false;
        }

        if (await matcher.MatchAsync(db, waiting, cancellationToken) > 0)
        {
            matches.Notify();
        }

        return waiting.Count == Batch;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => articles.WaitAsync(PollInterval, Time, cancellationToken);
}
