using NewsBot.Topics;

namespace NewsBot.Subscribers;

/// <summary>A subscription that was ended a short while ago, with all that undoing it needs. Deleted after <see cref="Kept"/>, or with its chat.</summary>
internal sealed class RemovedSubscription
{
    /// <summary>How long it can be undone.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>The subscription's, which is also its place: of equal matches the older subscription words the push.</summary>
    public long Id { get; set; }

    public long SubscriberId { get; set; }

    public long TopicId { get; set; }

    public MatchLevel Level { get; set; }

    public DateTimeOffset? PausedAt { get; set; }

    public DateTimeOffset? PausedUntil { get; set; }

    public int? PushesPerHour { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset RemovedAt { get; set; }
}
