using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Summaries;
using NewsBot.Topics;

namespace NewsBot.Outbox.Pushes;

/// <summary>Words a story for the followers of a topic, once.</summary>
internal sealed partial class PushContentWriter(IOptions<SummaryOptions> options, ILogger<PushContentWriter> logger)
{
    /// <summary>The wording of the match's story, or its development, for its topic: the stored one, else a new one, which is stored.</summary>
    public async Task<PushContent> WriteAsync(NewsDb db, Match match, CancellationToken cancellationToken)
    {
        var article = await db.Articles.SingleAsync(candidate => candidate.Id == match.ArticleId, cancellationToken);
        var stored = await db.Wordings.SingleOrDefaultAsync(
            wording => wording.StoryId == match.StoryId && wording.TopicId == match.TopicId && wording.Development == article.Development,
            cancellationToken);
        if (stored is not null)
        {
            return stored;
        }

        var wording = new PushContent
        {
            StoryId = match.StoryId,
            TopicId = match.TopicId,
            Development = article.Development,
            MatchId = match.Id,
            Title = article.Title,
            Summary = SummaryOf(article, match),
            Publisher = article.Publisher,
            Authors = article.Authors,
            Published = article.Published,
            Address = article.Address,
        };
        db.Wordings.Add(wording);
        await db.SaveChangesAsync(cancellationToken);
        return wording;
    }

    private string SummaryOf(Article article, Match match)
    {
        try
        {
            return Summarizer.Summarize(article.Title, article.Text, article.Language, match.Why.Select(why => why.Term), options.Value);
        }
#pragma warning disable CA1031 // Matches are fanned out in their order: one article that trips over a mistake of ours would hold up all news.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NoSummary(logger, article.Id, exception);
            return "";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Article {Id} could not be summarized and is pushed without a summary")]
        public static partial void NoSummary(ILogger logger, long id, Exception exception);
    }
}
