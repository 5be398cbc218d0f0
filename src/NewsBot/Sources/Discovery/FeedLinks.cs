using System.Text;
using AngleSharp.Dom;
using NewsBot.Content.Html;

namespace NewsBot.Sources.Discovery;

/// <summary>The feeds that a page names.</summary>
internal static class FeedLinks
{
    private static readonly string[] FeedTypes =
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json", "application/xml", "text/xml"];

    /// <summary>Types that say nothing of feeds: WordPress names its API so.</summary>
    private static readonly string[] DoubtfulTypes = ["application/json", "application/xml", "text/xml"];

    /// <summary>What links to feeds are called, where a page has no link elements (a reader finds them so too).</summary>
    private static readonly string[] Marks = ["rss", "atom.xml", "feed", ".rdf"];

    /// <summary>Pages of news are some hundred kilobytes.</summary>
    private const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Where link elements name feeds, those; else links whose address looks like one. In the page's order, each once.</summary>
    public static IReadOnlyList<Uri> In(ReadOnlyMemory<byte> page, Uri address)
    {
        using var document = BoundedHtmlParser.Parse(Encoding.UTF8.GetString(page.Span[..Math.Min(page.Length, MaxBytes)]));
        if (document is null)
        {
            return [];
        }

        var home = BaseOf(document, address);
        var linked = document.QuerySelectorAll("link[rel][href]").Where(IsAlternate).ToList();
        var sure = linked.Where(link => !DoubtfulTypes.Contains(TypeOf(link))).ToList();
        var named = Addresses(sure.Count > 0 ? sure : linked, home);
        return named.Count > 0 ? named : [.. Addresses(document.QuerySelectorAll("a[href]"), home).Where(LooksLikeAFeed)];
    }

    /// <summary>The sitemaps of a robots.txt, those that tell news by their name.</summary>
    public static IReadOnlyList<Uri> NewsSitemaps(ReadOnlyMemory<byte> robots, Uri address) =>
        [.. Encoding.UTF8.GetString(robots.Span[..Math.Min(robots.Length, 100_000)]).Split('\n')
            .Select(line => line.Split(':', 2))
            .Where(field => field.Length == 2 && field[0].Trim().Equals("sitemap", StringComparison.OrdinalIgnoreCase))
            .Select(field => AddressOf(field[1], address))
            .OfType<Uri>()
            .Where(sitemap => sitemap.AbsolutePath.Contains("news", StringComparison.OrdinalIgnoreCase))
            .Distinct()];

    private static Uri BaseOf(IDocument document, Uri address) => AddressOf(document.QuerySelector("base[href]")?.GetAttribute("href"), address) ?? address;

    private static bool IsAlternate(IElement link) =>
        link.GetAttribute("rel")!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Any(rel =>
            rel.Equals("alternate", StringComparison.OrdinalIgnoreCase) || rel.Equals("feed", StringComparison.OrdinalIgnoreCase))
        && FeedTypes.Contains(TypeOf(link));

    private static string TypeOf(IElement link) => (link.GetAttribute("type") ?? "").Split(';')[0].Trim().ToLowerInvariant();

    private static List<Uri> Addresses(IEnumerable<IElement> links, Uri home) =>
        [.. links.Select(link => AddressOf(link.GetAttribute("href"), home)).OfType<Uri>().Distinct()];

    private static bool LooksLikeAFeed(Uri address) =>
        Array.Exists(Marks, mark => address.PathAndQuery.Contains(mark, StringComparison.OrdinalIgnoreCase));

    private static Uri? AddressOf(string? written, Uri home) =>
        Uri.TryCreate(home, written?.Trim(), out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
}
