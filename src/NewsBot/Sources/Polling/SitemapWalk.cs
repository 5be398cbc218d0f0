using NewsBot.Sources.Feeds;
using NewsBot.Sources.Fetching;

namespace NewsBot.Sources.Polling;

/// <summary>Reads what was fetched; where that is a sitemap index, goes on to the sitemaps that may tell today's news.</summary>
internal sealed class SitemapWalk(Fetcher fetcher)
{
    /// <summary>A site's news is in one or two of its sitemaps; the others are its archive.</summary>
    private const int MostSitemaps = 3;

    /// <summary>The reading, and the answer that it is of: an index is asked for anew each time, since it may stay as it is while its sitemaps change.</summary>
    public async Task<(FeedReading Reading, FetchOutcome.Fetched Answer)> ReadAsync(FetchOutcome.Fetched fetched, CancellationToken cancellationToken)
    {
        var reading = FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address);
        return reading is FeedReading.Index index
            ? (await ReadAsync(index, cancellationToken), fetched with { EntityTag = null, LastModified = null })
            : (reading, fetched);
    }

    private async Task<FeedReading> ReadAsync(FeedReading.Index index, CancellationToken cancellationToken)
    {
        var feeds = new List<Feed>();
        foreach (var sitemap in index.Sitemaps.Take(MostSitemaps))
        {
            if (await fetcher.GetAsync(new FetchRequest(sitemap), cancellationToken) is FetchOutcome.Fetched fetched
                && FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) is FeedReading.Read read)
            {
                feeds.Add(read.Feed);
            }
        }

        return feeds.Count == 0
            ? new FeedReading.NotAFeed("The address answered a list of sitemaps, and those of them that were looked at tell no news.")
            : new FeedReading.Read(feeds[0] with { Entries = [.. feeds.SelectMany(feed => feed.Entries)] });
    }
}
