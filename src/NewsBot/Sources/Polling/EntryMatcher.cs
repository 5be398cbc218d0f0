namespace NewsBot.Sources.Polling;

/// <summary>
/// Decides which items of a fetched feed are stored already. Items are known by their identity; where sites change identities (http to https,
/// links with a token, a new content system, dates of the request) they are known by what stayed. A stored entry is at most one of the items.
/// </summary>
internal sealed class EntryMatcher
{
    /// <summary>In the feed's order, each with the identities that it is looked up by.</summary>
    private readonly List<(FeedItem Item, EntryIdentity[] Identities)> items;

    private readonly Dictionary<FeedItem, Entry> matches = [];
    private readonly HashSet<Entry> claimed = [];
    private readonly HashSet<FeedItem> known = [];
    private readonly HashSet<FeedItem> sharedLinks = [];

    /// <param name="found">In the feed's order; of two that are the same the first stands.</param>
    /// <param name="learned">What was learned of the source before.</param>
    public EntryMatcher(IReadOnlyCollection<FeedItem> found, IdentityTraits learned)
    {
        Traits = FeedItems.Learn(learned, found);
        items = [.. found.Select(item => (item, Identities: item.UsualIdentities(Traits).ToArray())).DistinctBy(item => item.Identities[0])];
    }

    public IdentityTraits Traits { get; private set; }

    /// <summary>The identities that the items are looked up by.</summary>
    public IEnumerable<EntryIdentity> Identities() => items.SelectMany(item => item.Identities).Distinct();

    /// <summary>Matches by identity. Returns the items that are not known by it.</summary>
    public List<FeedItem> MatchIdentities(IReadOnlyDictionary<EntryIdentity, Entry> stored)
    {
        var issues = new IssueComparison(Traits, items.Select(item => (item.Item, item.Identities.Select(stored.GetValueOrDefault).FirstOrDefault(entry => entry is not null))));
        foreach (var (item, identities) in items)
        {
            foreach (var identity in identities)
            {
                if (stored.TryGetValue(identity, out var entry) && IsSame(item, entry, issues) && claimed.Add(entry))
                {
                    matches[item] = entry;
                    known.Add(item);
                    break;
                }
            }
        }

        return [.. items.Select(item => item.Item).Where(item => !known.Contains(item))];
    }

    /// <summary>Matches what is left by link and title.</summary>
    /// <param name="unknown">The items that <see cref="MatchIdentities"/> left.</param>
    /// <param name="candidates">Stored entries that have the link or the title of one of them, the latest first.</param>
    public void MatchKeys(IReadOnlyList<FeedItem> unknown, IReadOnlyList<Entry> candidates)
    {
        var byTitle = candidates.Where(entry => entry.TitleKey is not null).ToLookup(entry => entry.TitleKey!.Value);
        var byLink = candidates.Where(entry => entry.LinkKey is not null).ToLookup(entry => entry.LinkKey!.Value);
        var issues = new IssueComparison(Traits, unknown.Select(item => (item, byTitle[item.Keys.Title].FirstOrDefault())));

        // Where a site's identities hold for most items, an item with another one is another item.
        var identitiesHold = known.Count > 0 && known.Count >= unknown.Count(item => byTitle.Contains(item.Keys.Title));
        foreach (var item in unknown)
        {
            var entry = item.HasLink(Traits) ? byLink[item.Keys.Link!.Value].FirstOrDefault(candidate => IsSameByLink(item, candidate, issues)) : null;
            entry ??= item.TitleRepeats ? null : byTitle[item.Keys.Title].FirstOrDefault(candidate => IsSameByTitle(item, candidate, issues, identitiesHold));
            if (entry is not null && claimed.Add(entry))
            {
                matches[item] = entry;
            }
        }
    }

    /// <summary>The items with the entries that they are stored as, and the identities that new ones get.</summary>
    /// <param name="taken">Whether the source has an entry of the identity: one must not be given twice.</param>
    public IReadOnlyList<MatchedItem> Finish(Func<EntryIdentity, bool> taken)
    {
        LearnFromMatches();
        var given = new HashSet<EntryIdentity>();
        var result = new List<MatchedItem>(items.Count);
        foreach (var (item, _) in items)
        {
            var entry = matches.GetValueOrDefault(item);
            EntryIdentity? identity = entry is not null && known.Contains(item) ? EntryIdentity.Of(entry)
                : item.Identities(Traits).Select(own => (EntryIdentity?)own).FirstOrDefault(own => !taken(own!.Value) && !given.Contains(own.Value));
            identity ??= entry is null ? null : EntryIdentity.Of(entry);
            if (identity is { } free && given.Add(free))
            {
                result.Add(new MatchedItem(item, entry, free, item.LinkRepeats || sharedLinks.Contains(item) || Traits.HasFlag(IdentityTraits.LinksRepeat)));
            }
        }

        return result;
    }

    /// <summary>Whether an entry known by its identity is not another one with the same: a guid of all, or the next issue of a column.</summary>
    private bool IsSame(FeedItem item, Entry entry, IssueComparison issues)
    {
        if (!item.HasGuid(Traits))
        {
            return item.HasLink(Traits) || EntryIdentity.Of(entry) == item.DatedIdentity || !issues.IsNext(item, entry);
        }

        var isOther = KeyComparison.TitleDiffers(item, entry) && KeyComparison.LinkDiffers(item, entry) == true && IssueComparison.IsLater(item, entry);
        Traits |= isOther ? IdentityTraits.GuidsRepeat : IdentityTraits.None;
        return !isOther;
    }

    private bool IsSameByLink(FeedItem item, Entry entry, IssueComparison issues)
    {
        var hasOtherGuid = item.HasGuid(Traits) && KeyComparison.GuidDiffers(item, entry) == true;
        if (hasOtherGuid && KeyComparison.TitleDiffers(item, entry))
        {
            sharedLinks.Add(item);
            return false;
        }

        return !claimed.Contains(entry) && !(hasOtherGuid && issues.IsNext(item, entry));
    }

    private bool IsSameByTitle(FeedItem item, Entry entry, IssueComparison issues, bool identitiesHold) =>
        !claimed.Contains(entry) && (identitiesHold ? IssueComparison.IsSurelySame(item, entry) : !issues.IsNext(item, entry));

    private void LearnFromMatches()
    {
        Traits = Learn(Traits, IdentityTraits.GuidsChange, (item, entry) => known.Contains(item) && item.HasGuid(Traits) ? false : KeyComparison.GuidDiffers(item, entry));
        Traits = Learn(Traits, IdentityTraits.LinksChange, KeyComparison.LinkDiffers);
        Traits = Learn(Traits, IdentityTraits.DatesChange, (item, entry) => (item.Date, entry.Published) is ({ } date, { } before) ? date != before : null);
        Traits |= sharedLinks.Count * 2 > items.Count ? IdentityTraits.LinksRepeat : IdentityTraits.None;
    }

    private IdentityTraits Learn(IdentityTraits traits, IdentityTraits trait, Func<FeedItem, Entry, bool?> differs)
    {
        var answers = matches.Select(match => differs(match.Key, match.Value)).OfType<bool>().ToList();
        var changed = answers.Count(answer => answer);
        return answers.Count == 0 ? traits : changed * 2 > answers.Count ? traits | trait : changed == 0 ? traits & ~trait : traits;
    }
}

/// <summary>An item of a feed and what it is stored as.</summary>
/// <param name="Item">As it was fetched.</param>
/// <param name="Entry">As it is stored, or null for what is new.</param>
/// <param name="Identity">Under which it is stored from now on.</param>
/// <param name="SharesAddress">Whether its link leads to other items too.</param>
internal sealed record MatchedItem(FeedItem Item, Entry? Entry, EntryIdentity Identity, bool SharesAddress);
