using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Stories.Clustering;
using NewsBot.Stories.Copies;

namespace NewsBot.Stories;

/// <summary>
/// Gives new articles their story, and decides whether they are copies or tell of a development. Not thread-safe: articles come one by one.
/// </summary>
internal sealed class StoryAssigner(IOptions<StoryOptions> options)
{
    /// <summary>Expired records deleted with each article, more than one so that they run out.</summary>
    private const int PrunedPerArticle = 4;

    private readonly ArticlePreparer preparer = new();
    private RecentStories? recent;

    /// <summary>
    /// Prepares an article for <see cref="PlaceAsync"/>, and reads the recent ones where that has not happened yet. To be called before
    /// the transaction: both take time, in which nobody else could write.
    /// </summary>
    public async Task<ComparedArticle> PrepareAsync(NewsDb db, Article article, DateTimeOffset now, CancellationToken cancellationToken)
    {
        recent ??= await RecentStoriesLoader.LoadAsync(db, preparer, now - StoryClusterer.Window, options.Value.MaximumRecentArticles, cancellationToken);
        return preparer.Prepare(article);
    }

    /// <summary>Sets the article's story, copy and development, in the caller's transaction.</summary>
    /// <returns>What to pass to <see cref="Remember"/> once the transaction is committed.</returns>
    public async Task<RecentArticle> PlaceAsync(
        NewsDb db, Article article, ComparedArticle compared, DateTimeOffset now, CancellationToken cancellationToken)
    {
        IReadOnlyList<Neighbour> neighbours = [];
        if (await OriginalOfAsync(db, article, compared, now, cancellationToken) is { } original)
        {
            (article.CopyOfId, article.StoryId) = (original.CopyOfId ?? original.Id, original.StoryId);
        }
        else
        {
            var placement = recent!.Place(compared);
            neighbours = placement.Neighbours;
            await SetStoryAsync(db, article, placement.Story, compared, now, cancellationToken);
        }

        var remembered = new RecentArticle(ShingleSample.Of(compared.Shingles), compared.Vector, neighbours);
        db.RecentArticles.Add(new RecentArticleRecord { Article = article, FirstSeenAt = article.FirstSeenAt, Data = RecentArticleCodec.Encode(remembered) });
        await PruneAsync(db, now, cancellationToken);
        return remembered;
    }

    /// <summary>Lets later articles be compared with a stored one.</summary>
    public void Remember(Article article, RecentArticle remembered) =>
        recent!.Add(article.Id, article.StoryId, remembered, article.CopyOfId is not null);

    private async Task SetStoryAsync(
        NewsDb db, Article article, long? story, ComparedArticle compared, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (story is { } known)
        {
            article.StoryId = known;
            article.Development = recent!.IsDevelopment(known, compared) ? await NextDevelopmentAsync(db, known, cancellationToken) : 0;
            return;
        }

        var fresh = new Story { CreatedAt = now };
        db.Stories.Add(fresh);
        await db.SaveChangesAsync(cancellationToken);
        article.StoryId = fresh.Id;
    }

    /// <summary>The recent article whose text it repeats, or null. Later the same text is news again (a yearly warning).</summary>
    private async Task<Article?> OriginalOfAsync(
        NewsDb db, Article article, ComparedArticle compared, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - StoryClusterer.Window;
        var same = await db.Articles.AsNoTracking()
            .Where(known => known.Fingerprint == article.Fingerprint && known.FirstSeenAt >= since)
            .OrderBy(known => known.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (same is not null || recent!.CopyCandidates(compared) is not { Count: > 0 } candidates)
        {
            return same;
        }

        var texts = await db.Articles.AsNoTracking()
            .Where(known => candidates.Contains(known.Id) && known.FirstSeenAt >= since)
            .OrderBy(known => known.Id)
            .ToListAsync(cancellationToken);
        return texts.Find(known => compared.IsCopyOf(preparer.Prepare(known)));
    }

    private static async Task<int> NextDevelopmentAsync(NewsDb db, long story, CancellationToken cancellationToken) =>
        1 + (await db.Articles.Where(known => known.StoryId == story).MaxAsync(known => (int?)known.Development, cancellationToken) ?? 0);

    private static Task<int> PruneAsync(NewsDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - StoryClusterer.Window;
        return db.RecentArticles
            .Where(record => record.FirstSeenAt < since)
            .OrderBy(record => record.FirstSeenAt)
            .Take(PrunedPerArticle)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
