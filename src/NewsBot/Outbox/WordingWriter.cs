using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Summaries;
using NewsBot.Topics;

namespace NewsBot.Outbox;

/// <summary>Words a story for the followers of a topic, once.</summary>
internal sealed class WordingWriter(IOptions<SummaryOptions> options)
{
    /// <summary>The wording of the match's story for its topic: the stored one, else a new one in the caller's transaction.</summary>
    public async Task<Wording> WriteAsync(NewsDb db, Match match, CancellationToken cancellationToken)
    {
        var stored = await db.Wordings.SingleOrDefaultAsync(
            wording => wording.StoryId == match.StoryId && wording.TopicId == match.TopicId,
            cancellationToken);
        if (stored is not null)
        {
            return stored;
        }

        var article = await db.Articles.SingleAsync(one => one.Id == match.ArticleId, cancellationToken);
        var wording = new Wording
        {
            StoryId = match.StoryId,
            TopicId = match.TopicId,
            MatchId = match.Id,
            Title = article.Title,
            Summary = Summarizer.Summarize(article.Title, article.Text, article.Language, match.Why.Select(why => why.Term), options.Value),
            Publisher = article.Publisher,
            Authors = article.Authors,
            Published = article.Published,
            Address = article.Address,
        };
        db.Wordings.Add(wording);
        await db.SaveChangesAsync(cancellationToken);
        return wording;
    }
}
