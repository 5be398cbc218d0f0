using NewsBot.Content.Encodings;

namespace NewsBot.Sources.Feeds;

/// <summary>Reads RSS (0.9x, 1.0, 2.0), Atom (0.3, 1.0), JSON Feed and news sitemaps as they are found, not only as they should be.</summary>
internal static class FeedReader
{
    /// <summary>Never throws for what <paramref name="body"/> holds.</summary>
    /// <param name="body">The bytes of the answer; a gzip file is unpacked.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="address">Where it came from: relative links are relative to it. Null where unknown.</param>
    public static FeedReadResult Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        var warnings = new FeedWarnings();
        if (GzipBody.Unpack(body, warnings) is not { } bytes)
        {
            return new FeedReadResult.NotAFeed("The address answered a packed file that is broken or too large.");
        }

        var text = FeedCharset.Decode(bytes.Span, contentType, warnings);
        var reading = text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{', ..]
            ? Of(JsonFeedReader.Read(text.Trim('\uFEFF'), address, warnings))
            : ReadXml(text, address, warnings);
        return reading ?? new FeedReadResult.NotAFeed(NotAFeedDiagnosis.Of(text));
    }

    private static FeedReadResult? ReadXml(string text, Uri? address, FeedWarnings warnings)
    {
        if (XmlRepair.WithoutJunkBefore(text, warnings) is not { } xml)
        {
            return null;
        }

        using var document = new FeedDocument(XmlRepair.Repair(xml, warnings), address, warnings);
        return document.Root switch
        {
            "rss" or "RDF" or "channel" => Of(RssReader.Read(document, warnings)),
            "feed" => Of(AtomReader.Read(document, warnings)),
            "urlset" => Of(NewsSitemapReader.Read(document, warnings)),
            "sitemapindex" => new FeedReadResult.Index(SitemapIndexReader.Read(document, warnings)),
            _ => null,
        };
    }

    private static FeedReadResult.Read? Of(Feed? feed) => feed is null ? null : new FeedReadResult.Read(feed);
}
