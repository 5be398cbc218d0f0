using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Stories;
using NewsBot.Stories.Copies;

namespace NewsBot.Stories;

/// <summary>Gives new articles their place: the story, what they copy, whether they tell of a development. Articles come one by one.</summary>
internal sealed class StoryAssigner
{
    /// <summary>The newest articles of the window are read at a start; some thousand a second.</summary>
    private const int MaxRead = 20_000;

    private RecentStories? desk;

    /// <summary>Sets the article's story and place in it, in the caller's transaction.</summary>
    /// <returns>What is to be kept with <see cref="Keep"/> once the transaction stands.</returns>
    public async Task<ArticleVectorizer> PlaceAsync(NewsDb db, Article article, DateTimeOffset now, CancellationToken cancellationToken)
    {
        desk ??= await OpenAsync(db, now, cancellationToken);
        var reading = Read(desk, article);
        if (await CopiedAsync(db, desk, article, reading, now, cancellationToken) is { } copied)
        {
            (article.CopyOfId, article.StoryId) = (copied.CopyOfId ?? copied.Id, copied.StoryId);
        }
        else if (desk.FindStory(reading) is { } story)
        {
            article.StoryId = story;
            article.Development = desk.IsDevelopment(story, reading) ? await NextDevelopmentAsync(db, story, cancellationToken) : 0;
        }
        else
        {
            var fresh = new Story { CreatedAt = now };
            db.Stories.Add(fresh);
            await db.SaveChangesAsync(cancellationToken);
            article.StoryId = fresh.Id;
        }

        return reading;
    }

    /// <summary>Remembers a stored article.</summary>
    public void Keep(Article article, ArticleVectorizer reading) => desk!.Keep(article.Id, article.StoryId, reading);

    private static ArticleVectorizer Read(RecentStories desk, Article article) =>
        desk.Read(article.Title, article.Text, article.Language, article.Publisher, article.Published ?? article.FirstSeenAt);

    private static async Task<RecentStories> OpenAsync(NewsDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - StorySimilarity.Window;
        var newest = db.Articles.AsNoTracking()
            .Where(known => known.FirstSeenAt >= since)
            .OrderByDescending(known => known.Id)
            .Take(MaxRead)
            .OrderBy(known => known.Id)
            .AsAsyncEnumerable();
        var desk = new RecentStories();
        await foreach (var known in newest.WithCancellation(cancellationToken))
        {
            desk.Keep(known.Id, known.StoryId, Read(desk, known));
        }

        return desk;
    }

    /// <summary>The article of the last days whose text it repeats, or null. Later the same text is news again (a yearly warning).</summary>
    private static async Task<Article?> CopiedAsync(
        NewsDb db, RecentStories desk, Article article, ArticleVectorizer reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - StorySimilarity.Window;
        var same = await db.Articles.AsNoTracking()
            .Where(known => known.Fingerprint == article.Fingerprint && known.FirstSeenAt >= since)
            .OrderBy(known => known.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (same is not null || desk.CopyCandidates(reading) is not { Count: > 0 } candidates)
        {
            return same;
        }

        var texts = await db.Articles.AsNoTracking()
            .Where(known => candidates.Contains(known.Id) && known.FirstSeenAt >= since)
            .OrderBy(known => known.Id)
            .ToListAsync(cancellationToken);
        return texts.Find(known => reading.Shingles.IsCopyOf(Shingles.Of(known.Text)));
    }

    private static async Task<int> NextDevelopmentAsync(NewsDb db, long story, CancellationToken cancellationToken) =>
        1 + (await db.Articles.Where(known => known.StoryId == story).MaxAsync(known => (int?)known.Development, cancellationToken) ?? 0);
}
