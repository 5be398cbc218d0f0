namespace NewsBot.Articles;

/// <summary>What was read of one news page. Text from outside: never markup.</summary>
internal sealed class Article
{
    public long Id { get; set; }

    /// <summary>Canonical absolute http or https address, unique.</summary>
    public required string Address { get; set; }

    public required string Title { get; set; }

    /// <summary>The first sentence or two, or null.</summary>
    public string? Lede { get; set; }

    /// <summary>The body: paragraphs joined by an empty line, verbatim; without bylines, captions and lists of other posts.</summary>
    public required string Text { get; set; }

    public List<string> Authors { get; set; } = [];

    /// <summary>Kicker and keywords.</summary>
    public List<string> Tags { get; set; } = [];

    /// <summary>The site's name, for people.</summary>
    public required string Publisher { get; set; }

    /// <summary>The feed's date, else the page's (UTC); null when neither tells. Never guessed.</summary>
    public DateTimeOffset? Published { get; set; }

    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>Two-letter language (ISO 639-1), or null.</summary>
    public string? Language { get; set; }

    /// <summary>16 bytes of the normalised text: equal for copies.</summary>
    public required byte[] Fingerprint { get; set; }

    public long StoryId { get; set; }

    /// <summary>The first article whose text this one repeats, edited or not; null for a text of its own.</summary>
    public long? CopyOfId { get; set; }

    /// <summary>1, 2, 3 … for the articles that tell of a development of their story, 0 for all others.</summary>
    public int Development { get; set; }

    /// <summary>False for what is stored and never pushed: of a baseline, or older than Articles:MaximumAge when it came.</summary>
    public bool IsNews { get; set; }

    /// <summary>When it was held against the topics; null while it waits for that.</summary>
    public DateTimeOffset? MatchedAt { get; set; }
}
