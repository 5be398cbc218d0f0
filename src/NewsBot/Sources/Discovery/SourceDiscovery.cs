using NewsBot.Fetching;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Polling;

namespace NewsBot.Sources.Discovery;

/// <summary>
/// Finds what can be watched of an address: the address itself where it is a feed, else the feeds that the page names, else those at
/// usual places, else the site's news sitemap. All of it with the manners of the fetcher, so it may take a minute.
/// </summary>
internal sealed class SourceDiscovery(Fetcher fetcher, SitemapFetcher sitemaps, TimeProvider time)
{
    /// <summary>A site with more names each of its sections; the first are those of the whole.</summary>
    private const int MaxLinks = 6;

    private static readonly string[] UsualPlaces = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml"];

    /// <summary>After that nothing more is tried: a person waits for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Throws only when cancelled.</summary>
    public async Task<DiscoveryResult> FindAsync(Uri address, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + Patience;
        var outcome = await fetcher.GetAsync(new FetchRequest(address), cancellationToken);
        if (outcome is FetchOutcome.Fetched fetched)
        {
            return await ReadAsync(address, fetched, until, cancellationToken);
        }

        var why = Reason(outcome, address);
        var isMissing = outcome is FetchOutcome.Gone or FetchOutcome.Failed && address.AbsolutePath.Length > 1;
        var home = new Uri(address, "/");
        if (isMissing && await fetcher.GetAsync(new FetchRequest(home), cancellationToken) is FetchOutcome.Fetched front)
        {
            var found = await ReadAsync(home, front, until, cancellationToken);
            return found with { Why = why };
        }

        return new DiscoveryResult([], [], why);
    }

    private async Task<DiscoveryResult> ReadAsync(Uri asked, FetchOutcome.Fetched fetched, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (reading, _) = await sitemaps.ReadAsync(fetched, cancellationToken);
        if (reading is FeedReadResult.Read read)
        {
            return new DiscoveryResult([CandidateOf(asked, fetched, read.Feed)], [], null);
        }

        var why = ((FeedReadResult.NotAFeed)reading).Why;
        if (!LooksLikeAPage(fetched))
        {
            return new DiscoveryResult([], [], why);
        }

        var links = FeedLinks.In(fetched.Body, fetched.Address);
        var named = await TryAsync(links.Take(MaxLinks), MaxLinks, until, cancellationToken);
        if (named.Candidates.Count > 0)
        {
            return named;
        }

        var usual = await TryAsync(UsualPlaces.Select(place => new Uri(fetched.Address, place)).Except(links), 1, until, cancellationToken);
        var last = usual.Candidates.Count > 0 ? usual : await TryAsync(await SitemapsAsync(fetched.Address, cancellationToken), 1, until, cancellationToken);

        // A guessed address that does not answer is not broken, only absent.
        return last with { Broken = named.Broken, Why = last.Candidates.Count > 0 ? null : why };
    }

    private async Task<DiscoveryResult> TryAsync(IEnumerable<Uri> addresses, int most, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (candidates, broken) = (new List<FeedCandidate>(), new List<BrokenFeed>());
        foreach (var address in addresses)
        {
            if (candidates.Count >= most || time.GetUtcNow() > until)
            {
                break;
            }

            var outcome = await fetcher.GetAsync(new FetchRequest(address), cancellationToken);
            if (outcome is not FetchOutcome.Fetched fetched)
            {
                broken.Add(new BrokenFeed(address, Reason(outcome, address)));
                continue;
            }

            var (reading, _) = await sitemaps.ReadAsync(fetched, cancellationToken);
            if (reading is FeedReadResult.Read read)
            {
                candidates.Add(CandidateOf(address, fetched, read.Feed));
            }
            else
            {
                broken.Add(new BrokenFeed(address, ((FeedReadResult.NotAFeed)reading).Why));
            }
        }

        return new DiscoveryResult([.. candidates.DistinctBy(feedCandidate => feedCandidate.Address)], broken, null);
    }

    private async Task<IReadOnlyList<Uri>> SitemapsAsync(Uri site, CancellationToken cancellationToken)
    {
        var robots = new Uri(site, "/robots.txt");
        var named = await fetcher.GetAsync(new FetchRequest(robots), cancellationToken) is FetchOutcome.Fetched fetched
            ? FeedLinks.NewsSitemaps(fetched.Body, fetched.Address)
            : [];
        return named.Count > 0 ? named : [new Uri(site, "/news-sitemap.xml"), new Uri(site, "/sitemap-news.xml")];
    }

    private FeedCandidate CandidateOf(Uri asked, FetchOutcome.Fetched fetched, Feed feed)
    {
        // Dates decide what is newest where there are any; else the feed's own order does.
        var newest = feed.Entries.OrderByDescending(entry => entry.Published ?? DateTimeOffset.MinValue).Select(entry => entry.Title).Where(title => title.Length > 0).Take(3);
        var estimated = new Source { Address = fetched.Address.AbsoluteUri };
        PublishRateEstimator.Update(estimated, feed.Entries.Select(entry => entry.Published).OfType<DateTimeOffset>(), 0, time.GetUtcNow());
        return new FeedCandidate(
            fetched.MovedTo ?? asked,
            feed.Title.Length > 0 ? feed.Title : fetched.Address.Host,
            feed.Language,
            TimeSpan.FromDays(1) / estimated.TypicalGap,
            [.. newest]);
    }

    private static bool LooksLikeAPage(FetchOutcome.Fetched fetched)
    {
        var start = System.Text.Encoding.Latin1.GetString(fetched.Body.Span[..Math.Min(fetched.Body.Length, 4_096)]);
        return fetched.ContentType?.Contains("html", StringComparison.OrdinalIgnoreCase) == true
            || start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase);
    }

    private static string Reason(FetchOutcome outcome, Uri address) => outcome switch
    {
        FetchOutcome.Failed failed => failed.Why,
        FetchOutcome.Gone => $"{address.Host} says that this is gone for good (410 Gone).",
        FetchOutcome.Throttled throttled => $"{address.Host} asks for a pause of {throttled.After:d\\.hh\\:mm\\:ss}.",
        _ => $"{address.Host} answered without a page.",
    };
}
