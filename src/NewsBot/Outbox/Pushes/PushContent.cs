namespace NewsBot.Outbox.Pushes;

/// <summary>
/// What a push about a story says to the followers of a topic: stored once, however many they are. Its parts are text of the article;
/// the words around them are chosen in the reader's language when it is sent.
/// </summary>
internal sealed class PushContent
{
    public long Id { get; set; }

    public long StoryId { get; set; }

    public long TopicId { get; set; }

    /// <summary>The development of the story that it tells of; 0 for the story itself.</summary>
    public int Development { get; set; }

    /// <summary>The match that it was worded for: the answer to "why".</summary>
    public long MatchId { get; set; }

    public required string Title { get; set; }

    /// <summary>At most Summaries:Characters long; may be empty.</summary>
    public required string Summary { get; set; }

    public required string Publisher { get; set; }

    public List<string> Authors { get; set; } = [];

    /// <summary>The date that the source gave; null is never shown as a date.</summary>
    public DateTimeOffset? Published { get; set; }

    public required string Address { get; set; }
}
