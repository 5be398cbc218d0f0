using NewsBot.Articles;
using NewsBot.Storage;
using NewsBot.Stories;

namespace NewsBot.Tests.Topics;

internal static class StoredArticle
{
    public static async Task<Article> AddAsync(NewsDb db, string title, string text, bool isNews, long? story, DateTimeOffset now)
    {
        var own = new Story { CreatedAt = now };
        if (story is null)
        {
            db.Stories.Add(own);
            await db.SaveChangesAsync();
        }

        var article = new Article
        {
            Address = $"https://news.example/{Guid.NewGuid():N}",
            Title = title,
            Text = text,
            Publisher = "Example",
            FirstSeenAt = now,
            Fingerprint = new byte[16],
            StoryId = story ?? own.Id,
            IsNews = isNews,
        };
        db.Articles.Add(article);
        await db.SaveChangesAsync();
        return article;
    }
}
