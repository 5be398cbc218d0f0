using NewsBot.Articles.Walls;

namespace NewsBot.Articles;

/// <summary>What a page says, before it is stored. All of it plain text.</summary>
/// <param name="Address">Canonical address, or null where the page names none.</param>
/// <param name="Title">Headline without the site's name.</param>
/// <param name="Authors">Names, in the page's order.</param>
/// <param name="Published">Instant (UTC) that the page gives for itself, or null: never guessed from other posts' ages.</param>
/// <param name="Language">Two-letter language, or null.</param>
/// <param name="Site">The publisher's name, or null.</param>
/// <param name="Tags">Kicker and keywords.</param>
/// <param name="Lede">The first paragraph or the description, or null.</param>
/// <param name="Text">The body: paragraphs joined by an empty line, sub-heads included as paragraphs of their own.</param>
/// <param name="Subheads">Those paragraphs of the text that are sub-heads.</param>
/// <param name="Related">Other posts that the page lists: never text of this one.</param>
/// <param name="Warnings">What was odd, in sentences for people.</param>
internal sealed record PageContent(
    string? Address,
    string Title,
    IReadOnlyList<string> Authors,
    DateTimeOffset? Published,
    string? Language,
    string? Site,
    IReadOnlyList<string> Tags,
    string? Lede,
    string Text,
    IReadOnlyList<string> Subheads,
    IReadOnlyList<RelatedPost> Related,
    IReadOnlyList<string> Warnings)
{
    /// <summary>What the site shows in place of the article, or null; the text is then empty.</summary>
    public PageWall? Wall { get; init; }
}

/// <summary>Another post that a page lists.</summary>
/// <param name="Title">Its headline.</param>
/// <param name="Address">Its address, or null on plain-text pages.</param>
/// <param name="Age">Its age as the page says it ("4 hours ago"), or null.</param>
internal sealed record RelatedPost(string Title, string? Address, string? Age);
