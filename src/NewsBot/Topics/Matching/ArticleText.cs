using NewsBot.Articles;

namespace NewsBot.Topics.Matching;

/// <summary>What of an article is matched against topics. Plain text from outside.</summary>
/// <param name="Title">Headline.</param>
/// <param name="Lede">Description or first paragraph, or null; it may also stand at the start of the text.</param>
/// <param name="Text">Body: paragraphs joined by an empty line.</param>
/// <param name="Tags">Kicker and keywords.</param>
internal sealed record ArticleText(string Title, string? Lede, string Text, IReadOnlyList<string> Tags)
{
    /// <summary>The publisher's name, or null.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where it was published: an absolute address, or null.</summary>
    public string? Address { get; init; }

    /// <summary>Two letters (ISO 639-1), or null.</summary>
    public string? Language { get; init; }

    public static ArticleText Of(Article article) => new(article.Title, article.Lede, article.Text, article.Tags)
    {
        Publisher = article.Publisher,
        Address = article.Address,
        Language = article.Language,
    };

    public static ArticleText Of(PageContent page) => new(page.Title, page.Lede, page.Text, page.Tags)
    {
        Publisher = page.Site,
        Address = page.Address,
        Language = page.Language,
    };
}
