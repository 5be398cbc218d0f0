namespace NewsBot.Sources.Lists;

/// <summary>A feed in a list of feeds.</summary>
/// <param name="Address">Absolute http or https address.</param>
/// <param name="Title">What the list calls it, or null.</param>
internal sealed record ListedFeed(string Address, string? Title);
