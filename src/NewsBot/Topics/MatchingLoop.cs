using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;

namespace NewsBot.Topics;

/// <summary>Loads the topics, and matches the articles that wait for it, oldest first.</summary>
internal sealed class MatchingLoop(
    LoopContext context,
    IDbContextFactory<NewsDb> stores,
    TopicRoll roll,
    ArticleMatching matching,
    Doorbell<Article> articles,
    Doorbell<Match> matches) : Loop(context)
{
    private const int Batch = 50;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await roll.CatchUpAsync(db, cancellationToken);
        var waiting = await db.Articles.AsNoTracking().Where(article => article.MatchedAt == null)
            .OrderBy(article => article.Id)
            .Take(Batch)
            .ToListAsync(cancellationToken);
        if (waiting.Count == 0)
        {
            return false;
        }

        if (await matching.MatchAsync(db, waiting, cancellationToken) > 0)
        {
            matches.Ring();
        }

        return waiting.Count == Batch;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => articles.WaitAsync(Patience, Time, cancellationToken);
}
