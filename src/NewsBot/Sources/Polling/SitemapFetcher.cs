using NewsBot.Fetching;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Polling;

/// <summary>Reads what was fetched; where that is a sitemap index, goes on to the sitemaps that may tell today's news.</summary>
internal sealed class SitemapFetcher(Fetcher fetcher)
{
    /// <summary>A site's news is in one or two of its sitemaps; the others are its archive.</summary>
    private const int MaxSitemaps = 3;

    /// <summary>The reading, and the answer that it is of: an index is fetched each time, since it may stay unchanged while its sitemaps change.</summary>
    public async Task<(FeedReadResult Reading, FetchOutcome.Fetched Answer)> ReadAsync(FetchOutcome.Fetched fetched, CancellationToken cancellationToken)
    {
        var reading = FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address);
        return reading is FeedReadResult.Index index
            ? (await ReadAsync(index, cancellationToken), fetched with { EntityTag = null, LastModified = null })
            : (reading, fetched);
    }

    private async Task<FeedReadResult> ReadAsync(FeedReadResult.Index index, CancellationToken cancellationToken)
    {
        var feeds = new List<Feed>();
        foreach (var sitemap in index.Sitemaps.Take(MaxSitemaps))
        {
            if (await fetcher.GetAsync(new FetchRequest(sitemap), cancellationToken) is FetchOutcome.Fetched fetched
                && FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address) is FeedReadResult.Read read)
            {
                feeds.Add(read.Feed);
            }
        }

        return feeds.Count == 0
            ? new FeedReadResult.NotAFeed("The address answered a list of sitemaps, and none of those that were read has news.")
            : new FeedReadResult.Read(feeds[0] with { Entries = [.. feeds.SelectMany(feed => feed.Entries)] });
    }
}
