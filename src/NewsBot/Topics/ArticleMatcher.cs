using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Topics.Index;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics;

/// <summary>Matches stored articles against all topics and writes what matches. For one caller at a time, as the index is.</summary>
internal sealed partial class ArticleMatcher(TopicIndex index, TopicIndexLoader loader, TimeProvider time, ILogger<ArticleMatcher> logger)
{
    /// <summary>A transaction with so many matches or more ends: it holds the store's write lock for some tens of milliseconds.</summary>
    private const int MatchesPerTransaction = 1_000;

    /// <summary>An article that fails so often is passed over: it must not hold up all that come after it.</summary>
    private const int MaxAttempts = 3;

    private readonly AnalyzedArticle analyzed = new();
    private readonly Dictionary<long, int> failures = [];

    /// <summary>
    /// Marks the articles as matched and adds the matches that are not stored yet, both in the same transaction: an article may come here
    /// again. One that could not be matched stays unmarked for another attempt.
    /// </summary>
    /// <returns>How many matches were added.</returns>
    public async Task<int> MatchAsync(NewsDb db, IReadOnlyList<Article> articles, CancellationToken cancellationToken)
    {
        await loader.CatchUpAsync(db, cancellationToken);
        var added = 0;
        var (done, matches) = (new List<Article>(), new List<Match>());
        foreach (var article in articles)
        {
            if (TryMatch(article, matches))
            {
                done.Add(article);
            }

            if (matches.Count >= MatchesPerTransaction)
            {
                added += await WriteAsync(db, done, matches, cancellationToken);
                (done, matches) = ([], []);
            }
        }

        return added + (done.Count > 0 ? await WriteAsync(db, done, matches, cancellationToken) : 0);
    }

    private bool TryMatch(Article article, List<Match> matches)
    {
        try
        {
            if (article.IsNews)
            {
                analyzed.Read(ArticleText.Of(article));
                matches.AddRange(index.Match(analyzed).Select(match => ToRow(match, article)));
            }

            failures.Remove(article.Id);
            return true;
        }
#pragma warning disable CA1031 // Whatever is wrong with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var attempts = failures[article.Id] = failures.GetValueOrDefault(article.Id) + 1;
            Log.Failed(logger, article.Id, attempts, MaxAttempts, exception);
            return attempts == MaxAttempts && failures.Remove(article.Id);
        }
    }

    private async Task<int> WriteAsync(NewsDb db, List<Article> done, List<Match> matches, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await loader.RemoveDeletedAsync(db, matches, cancellationToken);
        var added = await MatchWriter.AddAsync(db, matches, cancellationToken);
        var ids = done.ConvertAll(article => article.Id);
        var now = time.GetUtcNow();
        await db.Articles.Where(article => ids.Contains(article.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(article => article.MatchedAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    private Match ToRow(TopicMatch match, Article article) => new()
    {
        ArticleId = article.Id,
        StoryId = article.StoryId,
        TopicId = match.TopicId,
        Level = match.Level,
        Score = match.Score,
        Why = [.. match.Why],
        CreatedAt = time.GetUtcNow(),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Matching article {Id} failed (attempt {Attempt} of {MaxAttempts})")]
        public static partial void Failed(ILogger logger, long id, int attempt, int maxAttempts, Exception exception);
    }
}
