using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics;

/// <summary>
/// What the store already holds on queries, also from before anybody followed them, and of baselines. The newest articles are read and
/// analysed once and kept for all who ask; a question costs some milliseconds and no more than a list of ids from the store.
/// </summary>
internal sealed class RecentMatches(TimeProvider time) : IDisposable
{
    /// <summary>How many of the newest articles are kept: some 15 MB, and 40 MB when all are long.</summary>
    private const int MaxArticles = 500;

    /// <summary>The beginning of a text says what it is about; a book in a feed must not be kept whole.</summary>
    private const int MaxCharacters = 8_000;

    /// <summary>Texts that are read at a time.</summary>
    private const int ReadTogether = 50;

    /// <summary>How far back is looked.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(7);

    private readonly SemaphoreSlim refreshing = new(1);

    /// <summary>By id; replaced whole. What is analysed is only read, by any number of threads.</summary>
    private FrozenDictionary<long, Kept> kept = FrozenDictionary<long, Kept>.Empty;

    public void Dispose() => refreshing.Dispose();

    /// <summary>The newest matches, one per story, the newest first.</summary>
    /// <param name="atLeast">Matches below this level are left out.</param>
    /// <param name="count">At most so many.</param>
    public async Task<IReadOnlyList<RecentMatch>> FindAsync(
        NewsDb db, TopicQuery query, MatchLevel atLeast, int count, CancellationToken cancellationToken = default)
    {
        var forecasts = await LookAsync(db, [query], cancellationToken);
        return [.. forecasts[0].AtLeast(atLeast).Take(count)];
    }

    /// <summary>What is to be expected of each query, in their order. Needs no transaction: it is best asked before one begins.</summary>
    public async Task<IReadOnlyList<TopicForecast>> LookAsync(NewsDb db, IReadOnlyList<TopicQuery> queries, CancellationToken cancellationToken = default)
    {
        var articles = await RefreshAsync(db, cancellationToken);
        var span = articles.Count == 0 ? TimeSpan.Zero : time.GetUtcNow() - articles.Values.Min(recent => recent.Article.Time);
        return [.. queries.Select(query => new TopicForecast(StoriesOf(query, articles.Values), span > Reach ? Reach : span))];
    }

    private static List<RecentMatch> StoriesOf(TopicQuery query, IEnumerable<Kept> articles) =>
    [
        .. articles
            .Select(recent => (recent.Article, Match: TopicMatch.Of(query, recent.Analyzed)))
            .Where(found => found.Match is not null)
            .Select(found => new RecentMatch(found.Article, found.Match!))
            .GroupBy(found => found.Article.StoryId)
            .Select(story => story.OrderByDescending(found => found.Match.Level).ThenByDescending(found => found.Match.Score).ThenByDescending(found => found.Article.Id).First())
            .OrderByDescending(found => found.Article.Time)
            .ThenByDescending(found => found.Article.Id),
    ];

    /// <summary>Reads and analyses what came since, and forgets what is too old.</summary>
    private async Task<FrozenDictionary<long, Kept>> RefreshAsync(NewsDb db, CancellationToken cancellationToken)
    {
        await refreshing.WaitAsync(cancellationToken);
        try
        {
            // The index alone tells the ids: a row with a long text is many pages.
            var oldest = time.GetUtcNow() - Reach;
            var newest = await db.Articles
                .Where(article => article.FirstSeenAt >= oldest)
                .OrderByDescending(article => article.FirstSeenAt)
                .ThenByDescending(article => article.Id)
                .Take(MaxArticles)
                .Select(article => article.Id)
                .ToListAsync(cancellationToken);
            if (newest.Count != kept.Count || !newest.TrueForAll(kept.ContainsKey))
            {
                var read = await ReadAsync(db, [.. newest.Where(id => !kept.ContainsKey(id))], cancellationToken);
                kept = newest.Where(kept.ContainsKey).Select(id => kept[id]).Concat(read).ToFrozenDictionary(recent => recent.Article.Id);
            }

            return kept;
        }
        finally
        {
            refreshing.Release();
        }
    }

    private static async Task<List<Kept>> ReadAsync(NewsDb db, long[] ids, CancellationToken cancellationToken)
    {
        var read = new List<Kept>(ids.Length);
        foreach (var some in ids.Chunk(ReadTogether))
        {
            var articles = await db.Articles.Where(article => some.Contains(article.Id))
                .Select(article => new
                {
                    article.Id,
                    article.StoryId,
                    article.Address,
                    article.Title,
                    article.Lede,
                    Text = article.Text.Substring(0, MaxCharacters),
                    article.Tags,
                    article.Publisher,
                    article.Language,
                    article.Published,
                    article.FirstSeenAt,
                })
                .ToListAsync(cancellationToken);
            read.AddRange(articles.Select(article => new Kept(
                new RecentArticle(
                    article.Id,
                    article.StoryId,
                    article.Address,
                    article.Title,
                    article.Publisher,
                    article.Published,
                    article.Published is { } published && published < article.FirstSeenAt ? published : article.FirstSeenAt),
                AnalyzedArticle.Of(new ArticleText(article.Title, article.Lede, article.Text, article.Tags)
                {
                    Publisher = article.Publisher,
                    Address = article.Address,
                    Language = article.Language,
                }))));
        }

        return read;
    }

    private sealed record Kept(RecentArticle Article, AnalyzedArticle Analyzed);
}
