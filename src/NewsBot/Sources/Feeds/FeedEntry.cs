namespace NewsBot.Sources.Feeds;

/// <summary>One item of a feed.</summary>
/// <param name="Id">guid, atom:id or rdf:about, verbatim, or null.</param>
/// <param name="Title">One line; may be empty.</param>
/// <param name="Link">Absolute http or https address of its page, or null.</param>
/// <param name="Published">First published, or null when not said or not readable.</param>
/// <param name="Updated">Last changed, or null.</param>
/// <param name="Authors">Names, without addresses.</param>
/// <param name="Summary">The short text, paragraphs joined by an empty line; may be empty.</param>
/// <param name="Content">The full text where the feed carries one; may be empty.</param>
/// <param name="Tags">Categories, in the feed's order.</param>
internal sealed record FeedEntry(
    string? Id,
    string Title,
    string? Link,
    DateTimeOffset? Published,
    DateTimeOffset? Updated,
    IReadOnlyList<string> Authors,
    string Summary,
    string Content,
    IReadOnlyList<string> Tags);
