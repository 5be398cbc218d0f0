using NewsBot.Topics;

namespace NewsBot.Subscribers;

/// <summary>A subscriber follows a topic.</summary>
internal sealed class Subscription
{
    public long Id { get; set; }

    public long SubscriberId { get; set; }

    public long TopicId { get; set; }

    /// <summary>The least that an article must reach to be pushed.</summary>
    public MatchLevel Level { get; set; } = MatchLevel.About;

    /// <summary>When the topic was paused; null when it was not.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Until when: nothing about it is pushed before this instant.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>In place of Subscribers:PushesPerHour: 0 gathers everything; null where the chat did not choose.</summary>
    public int? PushesPerHour { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
