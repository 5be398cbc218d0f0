namespace NewsBot.Sources.Feeds;

/// <summary>What a feed says. All texts are plain text, all instants UTC.</summary>
/// <param name="Title">Its name; may be empty.</param>
/// <param name="Link">Address of the site that it belongs to, absolute, or null.</param>
/// <param name="Id">Its own identity (atom:id, rdf:about), verbatim, or null.</param>
/// <param name="Description">Subtitle or description, or null.</param>
/// <param name="Language">Language tag as written, or null.</param>
/// <param name="Updated">When it says that it last changed, or null.</param>
/// <param name="Pace">How long it asks to be left alone between two visits (ttl, sy:updatePeriod), or null.</param>
/// <param name="Entries">In the feed's order.</param>
/// <param name="Warnings">What was odd, in sentences for people.</param>
internal sealed record Feed(
    string Title,
    string? Link,
    string? Id,
    string? Description,
    string? Language,
    DateTimeOffset? Updated,
    TimeSpan? Pace,
    IReadOnlyList<FeedEntry> Entries,
    IReadOnlyList<string> Warnings)
{
    /// <summary>When it asks not to be read.</summary>
    public SkipSchedule Quiet { get; init; }
}
