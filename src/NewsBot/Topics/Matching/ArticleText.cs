using NewsBot.Articles;

namespace NewsBot.Topics.Matching;

/// <summary>What of an article is held against the topics. Plain text from outside.</summary>
/// <param name="Title">Headline.</param>
/// <param name="Lede">Description or first paragraph, or null; it may also stand at the start of the text.</param>
/// <param name="Text">Body: paragraphs joined by an empty line.</param>
/// <param name="Tags">Kicker and keywords.</param>
internal sealed record ArticleText(string Title, string? Lede, string Text, IReadOnlyList<string> Tags)
{
    public static ArticleText Of(Article article) => new(article.Title, article.Lede, article.Text, article.Tags);

    public static ArticleText Of(PageReading page) => new(page.Title, page.Lede, page.Text, page.Tags);
}
