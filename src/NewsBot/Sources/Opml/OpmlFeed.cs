namespace NewsBot.Sources.Opml;

/// <summary>A feed in a list of feeds.</summary>
/// <param name="Address">Absolute http or https address.</param>
/// <param name="Title">What the list calls it, or null.</param>
internal sealed record OpmlFeed(string Address, string? Title);

/// <summary>What an OPML file lists.</summary>
/// <param name="Feeds">In the file's order.</param>
/// <param name="Unusable">What stands in place of an address and is none.</param>
internal sealed record OpmlList(IReadOnlyList<OpmlFeed> Feeds, IReadOnlyList<string> Unusable);
