using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Polling;

/// <summary>Holds a feed against what is stored of it: what is new waits to be read, what is known is brought up to date and never waits again.</summary>
internal static class EntryMerger
{
    private const int MaxMadeUpTitle = 80;

    /// <summary>The feed's entries by identity; of two with the same, the first stands.</summary>
    public static Dictionary<EntryIdentity, FeedEntry> ByIdentity(Feed feed)
    {
        var entries = new Dictionary<EntryIdentity, FeedEntry>();
        foreach (var entry in feed.Entries)
        {
            entries.TryAdd(EntryIdentity.Of(entry), entry);
        }

        return entries;
    }

    /// <summary>Updates <paramref name="known"/> in place, and returns the entries to be added.</summary>
    public static List<Entry> Merge(
        Source source, IReadOnlyDictionary<EntryIdentity, FeedEntry> entries, IReadOnlyDictionary<EntryIdentity, Entry> known, DateTimeOffset now)
    {
        var added = new List<Entry>();
        foreach (var (identity, entry) in entries)
        {
            if (TitleOf(entry) is not { } title)
            {
                continue;
            }

            if (!known.TryGetValue(identity, out var row))
            {
                row = new Entry
                {
                    SourceId = source.Id,
                    Identity = identity.ToBytes(),
                    Title = title,
                    State = EntryState.Waiting,
                    Baseline = source.BaselineAt is null,
                    FirstSeenAt = now,
                };
                added.Add(row);
            }

            Describe(row, entry, title);
        }

        return added;
    }

    /// <summary>What a later version leaves out stays as it was.</summary>
    private static void Describe(Entry row, FeedEntry entry, string title)
    {
        var text = TextOf(entry);
        row.Title = title;
        row.Address = entry.Link is null ? row.Address : new Uri(entry.Link).AbsoluteUri;
        row.Published = entry.Published ?? entry.Updated ?? row.Published;
        row.Text = text.Length > 0 ? text : row.Text;
        row.Authors = entry.Authors.Count > 0 ? [.. entry.Authors] : row.Authors;
        row.Tags = entry.Tags.Count > 0 ? [.. entry.Tags] : row.Tags;
    }

    private static string TextOf(FeedEntry entry) => entry.Content.Length > entry.Summary.Length ? entry.Content : entry.Summary;

    /// <summary>The title, else the first words of the text, else the link; null for an entry that says nothing at all.</summary>
    private static string? TitleOf(FeedEntry entry)
    {
        if (entry.Title.Length > 0)
        {
            return entry.Title;
        }

        var line = TextOf(entry).Split('\n')[0];
        if (line.Length <= MaxMadeUpTitle)
        {
            return line.Length > 0 ? line : entry.Link;
        }

        var end = line.LastIndexOf(' ', MaxMadeUpTitle);
        return line[..(end > 0 ? end : MaxMadeUpTitle)].TrimEnd() + "…";
    }
}
