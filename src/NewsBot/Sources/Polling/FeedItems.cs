using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Polling;

/// <summary>Makes the items of a feed, and finds what they repeat among each other.</summary>
internal static class FeedItems
{
    private const int MaxMadeUpTitle = 80;

    /// <summary>In the feed's order; of two that are the same the first stands, and an entry that says nothing is left out.</summary>
    public static List<FeedItem> Of(Feed feed)
    {
        var items = new List<FeedItem>(feed.Entries.Count);
        foreach (var entry in feed.Entries)
        {
            if (TitleOf(entry) is { } title)
            {
                items.Add(new FeedItem(entry, title));
            }
        }

        foreach (var item in Repeated(items, item => item.Entry.Id, AreDifferentByGuid))
        {
            item.GuidRepeats = true;
        }

        foreach (var item in Repeated(items, item => item.Entry.Link, AreDifferentByLink))
        {
            item.LinkRepeats = true;
        }

        foreach (var item in Repeated(items, item => IsToldByTitle(item) ? item.Title : null, (one, other) => one.Date != other.Date))
        {
            item.TitleRepeats = true;
        }

        return items;
    }

    /// <summary>What most of the items of the feed say of the source; a feed of one item says nothing.</summary>
    public static IdentityTraits Learn(IdentityTraits known, IReadOnlyCollection<FeedItem> items)
    {
        var traits = known;
        traits = Set(traits, IdentityTraits.GuidsRepeat, items.Count(item => item.GuidRepeats), items.Count);
        return Set(traits, IdentityTraits.LinksRepeat, items.Count(item => item.LinkRepeats), items.Count);
    }

    private static IdentityTraits Set(IdentityTraits traits, IdentityTraits trait, int having, int all) =>
        having * 2 > all ? traits | trait : having == 0 && all > 2 ? traits & ~trait : traits;

    private static bool IsToldByTitle(FeedItem item) => (item.GuidRepeats || string.IsNullOrWhiteSpace(item.Entry.Id)) && (item.LinkRepeats || item.Entry.Link is null);

    /// <summary>An edited entry that is listed twice keeps its link, or its text.</summary>
    private static bool AreDifferentByGuid(FeedItem one, FeedItem other) => one.Entry.Link != other.Entry.Link || TellDifferentThings(one, other);

    private static bool AreDifferentByLink(FeedItem one, FeedItem other) =>
        TellDifferentThings(one, other) || (one.Title != other.Title && one.Entry.Id != other.Entry.Id && !one.GuidRepeats && !other.GuidRepeats);

    private static bool TellDifferentThings(FeedItem one, FeedItem other) => one.Title != other.Title && (one.Text != other.Text || one.Text.Length == 0);

    /// <summary>All items of those values that two different items share.</summary>
    private static List<FeedItem> Repeated(List<FeedItem> items, Func<FeedItem, string?> valueOf, Func<FeedItem, FeedItem, bool> areDifferent)
    {
        var first = new Dictionary<string, FeedItem>(items.Count, StringComparer.Ordinal);
        HashSet<string>? repeated = null;
        foreach (var item in items)
        {
            if (valueOf(item) is { } value && !first.TryAdd(value, item) && areDifferent(first[value], item))
            {
                (repeated ??= []).Add(value);
            }
        }

        return repeated is null ? [] : items.FindAll(item => valueOf(item) is { } value && repeated.Contains(value));
    }

    /// <summary>The title, else the first words of the text, else the link; null for an entry that says nothing at all.</summary>
    private static string? TitleOf(FeedEntry entry)
    {
        if (entry.Title.Length > 0)
        {
            return entry.Title;
        }

        var line = (entry.Content.Length > entry.Summary.Length ? entry.Content : entry.Summary).Split('\n')[0];
        if (line.Length <= MaxMadeUpTitle)
        {
            return line.Length > 0 ? line : entry.Link;
        }

        var end = line.LastIndexOf(' ', MaxMadeUpTitle);
        return line[..(end > 0 ? end : MaxMadeUpTitle)].TrimEnd() + "…";
    }
}
