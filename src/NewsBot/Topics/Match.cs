namespace NewsBot.Topics;

/// <summary>An article that matches a topic, and how far its way to the followers has come.</summary>
internal sealed class Match
{
    public long Id { get; set; }

    public long ArticleId { get; set; }

    public long StoryId { get; set; }

    public long TopicId { get; set; }

    /// <summary>The strictest level that it reaches.</summary>
    public MatchLevel Level { get; set; }

    /// <summary>0 or more; higher is more about the topic.</summary>
    public double Score { get; set; }

    /// <summary>Why: each term found, where and how often. At most a handful.</summary>
    public List<MatchReason> Why { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Followers with a subscriber id up to this one have their delivery.</summary>
    public long FanOutCursor { get; set; }

    /// <summary>When the last follower had their delivery; null while the fan-out goes on.</summary>
    public DateTimeOffset? FannedOutAt { get; set; }
}

/// <summary>One reason of a match.</summary>
/// <param name="Term">As it stands in the article: "North Korean".</param>
/// <param name="Field">title, lede, tags or body.</param>
/// <param name="Count">How often, 1 or more.</param>
internal sealed record MatchReason(string Term, string Field, int Count);
