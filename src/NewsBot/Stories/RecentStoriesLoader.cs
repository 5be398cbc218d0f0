using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Stories.Copies;

namespace NewsBot.Stories;

/// <summary>Brings the recent articles back into memory after a start, from their records, which takes no reading of texts.</summary>
internal static class RecentStoriesLoader
{
    public static async Task<RecentStories> LoadAsync(
        NewsDb db, ArticlePreparer preparer, DateTimeOffset since, int capacity, CancellationToken cancellationToken)
    {
        var recent = new RecentStories(capacity);
        var firstId = await FirstIdAsync(db, since, capacity, cancellationToken);
        var known = db.Articles.AsNoTracking()
            .Where(article => article.Id >= firstId && article.FirstSeenAt >= since)
            .LeftJoin(
                db.RecentArticles.AsNoTracking(),
                article => article.Id,
                record => record.ArticleId,
                (article, record) => new { article.Id, article.StoryId, IsCopy = article.CopyOfId != null, Data = record == null ? null : record.Data })
            .OrderBy(article => article.Id)
            .AsAsyncEnumerable();
        var unread = new List<long>();
        await foreach (var article in known.WithCancellation(cancellationToken))
        {
            if (article.Data is not null && RecentArticleCodec.Decode(article.Data) is { } remembered)
            {
                recent.Add(article.Id, article.StoryId, remembered, article.IsCopy);
            }
            else
            {
                unread.Add(article.Id);
            }
        }

        await ReadAsync(db, recent, preparer, unread, cancellationToken);
        return recent;
    }

    /// <summary>Of the latest articles that fit, the first.</summary>
    private static async Task<long> FirstIdAsync(NewsDb db, DateTimeOffset since, int capacity, CancellationToken cancellationToken) =>
        await db.Articles
            .Where(article => article.FirstSeenAt >= since)
            .OrderByDescending(article => article.Id)
            .Select(article => article.Id)
            .Skip(capacity - 1)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Articles without a record of this format: those stored by an earlier version, for the first days after the update.</summary>
    private static async Task ReadAsync(
        NewsDb db, RecentStories recent, ArticlePreparer preparer, List<long> unread, CancellationToken cancellationToken)
    {
        foreach (var ids in unread.Chunk(200))
        {
            foreach (var article in await db.Articles.AsNoTracking().Where(article => ids.Contains(article.Id)).OrderBy(article => article.Id).ToListAsync(cancellationToken))
            {
                var compared = preparer.Prepare(article);
                var neighbours = recent.Place(compared).Neighbours;
                recent.Add(article.Id, article.StoryId, new RecentArticle(ShingleSample.Of(compared.Shingles), compared.Vector, neighbours), article.CopyOfId is not null);
            }
        }
    }
}
