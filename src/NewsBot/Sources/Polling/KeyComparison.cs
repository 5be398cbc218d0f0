namespace NewsBot.Sources.Polling;

/// <summary>Whether a fetched item and a stored entry have the same guid, link and title. What did not change at all is seen without hashing it.</summary>
internal static class KeyComparison
{
    /// <summary>Null where one of them has none.</summary>
    public static bool? GuidDiffers(FeedItem item, Entry entry) => string.IsNullOrWhiteSpace(item.Entry.Id) || entry.GuidKey is not { } guid ? null
        : EntryIdentity.Of(entry) != EntryIdentity.OfGuid(item.Entry.Id) && guid != item.Keys.Guid;

    /// <summary>Null where one of them has none.</summary>
    public static bool? LinkDiffers(FeedItem item, Entry entry) => item.Entry.Link is not { } link || entry.Address is null || entry.LinkKey is not { } key ? null
        : entry.Address != link && key != item.Keys.Link;

    public static bool TitleDiffers(FeedItem item, Entry entry) => item.Title != entry.Title && entry.TitleKey is { } title && title != item.Keys.Title;
}
