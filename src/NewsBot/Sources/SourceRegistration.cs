using Microsoft.EntityFrameworkCore;
using NewsBot.Sources.Opml;
using NewsBot.Storage;

namespace NewsBot.Sources;

/// <summary>Putting feeds on the list of those that are watched.</summary>
internal static class SourceRegistration
{
    extension(NewsDb db)
    {
        /// <summary>Sees to it that a feed is watched, also one that was removed or muted. Saves nothing by itself.</summary>
        /// <returns>The source, and whether it was not watched before.</returns>
        public async Task<(Source Source, bool IsNew)> WatchAsync(OpmlFeed feed, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (await db.Sources.FirstOrDefaultAsync(source => source.Address == feed.Address, cancellationToken) is { } known)
            {
                var wasWatched = known.State == SourceState.Watched;
                known.Watch(now);
                return (known, !wasWatched);
            }

            var source = new Source { Address = feed.Address, Title = feed.Title, NextCheckAt = now };
            db.Sources.Add(source);
            return (source, true);
        }

        /// <summary>Adds those of a list that are not known, in one transaction of the caller's; those that were removed or muted stay so.</summary>
        /// <returns>What was added.</returns>
        public async Task<IReadOnlyList<Source>> WatchAllAsync(IEnumerable<OpmlFeed> feeds, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var known = await db.Sources.Select(source => source.Address).ToHashSetAsync(cancellationToken);
            var added = feeds.Where(feed => known.Add(feed.Address)).Select(feed => new Source { Address = feed.Address, Title = feed.Title, NextCheckAt = now }).ToList();
            db.Sources.AddRange(added);
            return added;
        }
    }
}
