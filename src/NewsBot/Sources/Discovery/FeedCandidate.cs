namespace NewsBot.Sources.Discovery;

/// <summary>A feed that was found and read.</summary>
/// <param name="Address">Absolute, as it answered.</param>
/// <param name="Title">Its name; its host where it has none.</param>
/// <param name="Language">As it says, or null.</param>
/// <param name="EntriesPerDay">By the dates of its entries; null where they do not tell.</param>
/// <param name="Newest">Titles of its newest entries, at most three.</param>
internal sealed record FeedCandidate(Uri Address, string Title, string? Language, double? EntriesPerDay, IReadOnlyList<string> Newest);
