namespace NewsBot.Sources.Polling;

/// <summary>Brings what is stored of a feed up to date: what is new waits to be read, what is known never waits again.</summary>
internal static class EntryMerger
{
    /// <summary>Updates the stored entries of the items in place, and returns the entries to be added.</summary>
    public static List<Entry> Merge(Source source, IReadOnlyList<MatchedItem> items, DateTimeOffset now)
    {
        var added = new List<Entry>();
        foreach (var matched in items)
        {
            var entry = matched.Entry;
            if (entry is null)
            {
                entry = new Entry
                {
                    SourceId = source.Id,
                    Identity = matched.Identity.ToBytes(),
                    Title = matched.Item.Title,
                    State = EntryState.Waiting,
                    Baseline = source.BaselineAt is null,
                    FirstSeenAt = now,
                };
                added.Add(entry);
            }
            else if (EntryIdentity.Of(entry) != matched.Identity)
            {
                entry.Identity = matched.Identity.ToBytes();
            }

            SetKeys(entry, matched.Item);
            Describe(entry, matched);
        }

        return added;
    }

    /// <summary>Hashed only where something changed: most polls change nothing.</summary>
    private static void SetKeys(Entry entry, FeedItem item)
    {
        if (entry.TitleKey is null || KeyComparison.TitleDiffers(item, entry) || KeyComparison.LinkDiffers(item, entry) != false || KeyComparison.GuidDiffers(item, entry) == true)
        {
            (entry.GuidKey, entry.LinkKey, entry.TitleKey) = (item.Keys.Guid ?? entry.GuidKey, item.Keys.Link ?? entry.LinkKey, item.Keys.Title);
        }
    }

    /// <summary>What a later version leaves out stays as it was.</summary>
    private static void Describe(Entry entry, MatchedItem matched)
    {
        var item = matched.Item;
        entry.Title = item.Title;
        entry.Address = item.Entry.Link is null ? entry.Address : new Uri(item.Entry.Link).AbsoluteUri;
        entry.SharesAddress = matched.SharesAddress;
        entry.Published = item.Date ?? entry.Published;
        entry.Text = item.Text.Length > 0 ? item.Text : entry.Text;
        entry.Authors = item.Entry.Authors.Count > 0 ? [.. item.Entry.Authors] : entry.Authors;
        entry.Tags = item.Entry.Tags.Count > 0 ? [.. item.Entry.Tags] : entry.Tags;
    }
}
