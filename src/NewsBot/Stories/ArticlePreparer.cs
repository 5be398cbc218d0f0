using NewsBot.Articles;
using NewsBot.Stories.Copies;
using NewsBot.Stories.Vectors;

namespace NewsBot.Stories;

/// <summary>Brings articles into the forms in which they are compared. Not thread-safe.</summary>
internal sealed class ArticlePreparer
{
    private readonly ArticleVectorizer vectorizer = new();

    public ComparedArticle Prepare(Article article) =>
        Prepare(article.Title, article.Text, article.Language, article.Publisher, article.Published ?? article.FirstSeenAt);

    /// <param name="title">The headline.</param>
    /// <param name="text">The body.</param>
    /// <param name="language">Two letters, or null.</param>
    /// <param name="publisher">Who published it, or null.</param>
    /// <param name="at">When it was published, else first seen.</param>
    public ComparedArticle Prepare(string title, string text, string? language, string? publisher, DateTimeOffset at) =>
        new(Shingles.Of(text), vectorizer.Read(title, text, StoryLanguage.Of(language, title, text), publisher, at));
}
