namespace NewsBot.Sources.Feeds;

/// <summary>Reads RSS (0.9x, 1.0, 2.0) and Atom (0.3, 1.0) as they are found, not only as they should be.</summary>
internal static class FeedReader
{
    /// <summary>Never throws for what <paramref name="body"/> holds.</summary>
    /// <param name="body">The bytes of the answer, decompressed.</param>
    /// <param name="contentType">The Content-Type header, or null.</param>
    /// <param name="address">Where it came from: relative links are relative to it. Null where unknown.</param>
    public static FeedReading Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        var warnings = new FeedWarnings();
        var text = FeedCharset.Decode(body.Span, contentType, warnings);
        if (XmlRepair.WithoutJunkBefore(text, warnings) is not { } xml)
        {
            return new FeedReading.NotAFeed(FeedSuspicion.Of(text));
        }

        using var document = new FeedDocument(XmlRepair.Repair(xml, warnings), address, warnings);
        return document.Root switch
        {
            "rss" or "RDF" or "channel" => new FeedReading.Read(RssReader.Read(document, warnings)),
            "feed" => new FeedReading.Read(AtomReader.Read(document, warnings)),
            _ => new FeedReading.NotAFeed(FeedSuspicion.Of(text)),
        };
    }
}
