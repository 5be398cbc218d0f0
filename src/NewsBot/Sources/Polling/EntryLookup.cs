using Microsoft.EntityFrameworkCore;
using NewsBot.Sources.Feeds;
using NewsBot.Storage;

namespace NewsBot.Sources.Polling;

/// <summary>Finds the stored entries of a feed's items. For most polls that is one query by identity.</summary>
/// <param name="db">Tracks what it finds.</param>
/// <param name="source">The owner of the entries.</param>
internal sealed class EntryLookup(NewsDb db, Source source)
{
    /// <summary>Each is a parameter of the statement.</summary>
    private const int MaxParameters = 500;

    /// <summary>The items of the feed with what they are stored as; what was learned of the source is set.</summary>
    public async Task<IReadOnlyList<MatchedItem>> MatchAsync(Feed feed, CancellationToken cancellationToken)
    {
        var matcher = new EntryMatcher(FeedItems.Of(feed), source.IdentityTraits);
        var stored = await ByIdentityAsync(matcher.Identities(), cancellationToken);
        var unknown = matcher.MatchIdentities(stored);
        if (unknown.Count > 0)
        {
            foreach (var (identity, entry) in await ByIdentityAsync(unknown.SelectMany(item => item.Identities(matcher.Traits)).Distinct(), cancellationToken))
            {
                stored.TryAdd(identity, entry);
            }

            matcher.MatchKeys(unknown, source.BaselineAt is null ? [] : await ByKeysAsync(unknown, cancellationToken));
        }

        var matched = matcher.Finish(stored.ContainsKey);
        source.IdentityTraits = matcher.Traits;
        return matched;
    }

    private async Task<Dictionary<EntryIdentity, Entry>> ByIdentityAsync(IEnumerable<EntryIdentity> identities, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<EntryIdentity, Entry>();
        foreach (var some in identities.Select(identity => identity.ToBytes()).Chunk(MaxParameters))
        {
            var rows = db.Entries.Where(entry => entry.SourceId == source.Id && some.Contains(entry.Identity));
            await foreach (var entry in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                stored[EntryIdentity.Of(entry)] = entry;
            }
        }

        return stored;
    }

    /// <summary>The latest first.</summary>
    private async Task<List<Entry>> ByKeysAsync(List<FeedItem> items, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, Entry>();
        foreach (var some in items.Chunk(MaxParameters))
        {
            var (links, titles) = (some.Select(item => item.Keys.Link).Distinct().ToList(), some.Select(item => (long?)item.Keys.Title).Distinct().ToList());
            foreach (var entry in await db.Entries.Where(entry => entry.SourceId == source.Id && entry.LinkKey != null && links.Contains(entry.LinkKey)).ToListAsync(cancellationToken))
            {
                found[entry.Id] = entry;
            }

            foreach (var entry in await db.Entries.Where(entry => entry.SourceId == source.Id && titles.Contains(entry.TitleKey)).ToListAsync(cancellationToken))
            {
                found[entry.Id] = entry;
            }
        }

        return [.. found.Values.OrderByDescending(entry => entry.Id)];
    }
}
