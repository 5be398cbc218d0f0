using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Polling;

/// <summary>An entry of a feed as it was fetched, and what of it the rest of the feed repeats.</summary>
/// <param name="entry">The entry.</param>
/// <param name="title">Its title, or what stands in for one.</param>
internal sealed class FeedItem(FeedEntry entry, string title)
{
    private EntryKeys? keys;

    public FeedEntry Entry => entry;

    public string Title => title;

    /// <summary>Computed when an entry is not known by its identity, which is seldom.</summary>
    public EntryKeys Keys => keys ??= EntryKeys.Of(entry, title);

    /// <summary>Whether another entry of the feed has its guid.</summary>
    public bool GuidRepeats { get; set; }

    /// <summary>Whether another entry of the feed has its link, which is then a list and no article.</summary>
    public bool LinkRepeats { get; set; }

    /// <summary>Whether another entry of the feed has its title, and neither of them anything better to be told by.</summary>
    public bool TitleRepeats { get; set; }

    /// <summary>When it was published by its own account, or null.</summary>
    public DateTimeOffset? Date => entry.Published ?? entry.Updated;

    /// <summary>The longer of its texts.</summary>
    public string Text => entry.Content.Length > entry.Summary.Length ? entry.Content : entry.Summary;

    /// <summary>
    /// What it may be stored as, the best first: by the guid, the link, the title, as far as the source can be relied on for them. The same
    /// title at another date may be another entry.
    /// </summary>
    public IEnumerable<EntryIdentity> Identities(IdentityTraits traits)
    {
        if (HasGuid(traits))
        {
            yield return EntryIdentity.OfGuid(entry.Id!);
        }

        if (HasLink(traits))
        {
            yield return EntryIdentity.OfLink(entry.Link!);
        }

        yield return EntryIdentity.OfTitle(entry, TitleRepeats);
        yield return DatedIdentity;
    }

    /// <summary>Those of <see cref="Identities"/> that it is looked up by: the first, and for a title alone both.</summary>
    public IEnumerable<EntryIdentity> UsualIdentities(IdentityTraits traits) =>
        HasGuid(traits) || HasLink(traits) ? Identities(traits).Take(1) : Identities(traits).Reverse();

    public EntryIdentity DatedIdentity => EntryIdentity.OfTitle(entry, withDate: true);

    public bool HasGuid(IdentityTraits traits) => !GuidRepeats && (traits & IdentityTraits.NoGuids) == 0 && !string.IsNullOrWhiteSpace(entry.Id);

    public bool HasLink(IdentityTraits traits) => !LinkRepeats && (traits & IdentityTraits.NoLinks) == 0 && entry.Link is not null;
}
