namespace NewsBot.Sources.Discovery;

/// <summary>What looking for the feeds of an address came to.</summary>
/// <param name="Candidates">Feeds that can be watched.</param>
/// <param name="Broken">Feeds that the site names and that cannot be read, with the reason of each in a sentence for people.</param>
/// <param name="Why">Why there is no better answer, in a sentence for people; null where the address is itself a feed, or names its feeds.</param>
internal sealed record DiscoveryResult(IReadOnlyList<FeedCandidate> Candidates, IReadOnlyList<BrokenFeed> Broken, string? Why);

/// <summary>A feed that a site names and that cannot be read.</summary>
internal sealed record BrokenFeed(Uri Address, string Why);
