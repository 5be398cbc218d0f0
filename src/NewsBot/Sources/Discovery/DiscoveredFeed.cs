namespace NewsBot.Sources.Discovery;

/// <summary>A feed that a lookup found, for the buttons below the answer.</summary>
internal sealed class DiscoveredFeed
{
    public long Id { get; set; }

    /// <summary>Who asked.</summary>
    public long LookupId { get; set; }

    /// <summary>Absolute http or https address.</summary>
    public required string Address { get; set; }

    public required string Title { get; set; }

    public DiscoveredFeedState State { get; set; }
}

internal enum DiscoveredFeedState
{
    /// <summary>Shown to who asked.</summary>
    Offered,

    /// <summary>Proposed to the people who run the bot.</summary>
    Proposed,

    /// <summary>Watched.</summary>
    Accepted,

    /// <summary>Turned down.</summary>
    Declined,
}
