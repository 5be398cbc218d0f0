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

        var (text, problem) = TextDecoder.Decode(bytes.Span, contentType);
        Warn(problem, warnings);
        var reading = text.AsSpan().TrimStart("\uFEFF \t\r\n") is ['{', ..]
            ? Of(JsonFeedReader.Read(text.Trim('\uFEFF'), address, warnings))
            : ReadXml(text, address, warnings);
        return reading ?? new FeedReadResult.NotAFeed(NotAFeedDiagnosis.Of(text));
    }

    private static void Warn(EncodingProblem problem, FeedWarnings warnings)
    {
        if (problem == EncodingProblem.UnknownLabel)
        {
            warnings.Add("unknown-charset", "The feed names a character encoding that does not exist.");
        }
        else if (problem == EncodingProblem.NotUtf8)
        {
            warnings.Add("wrong-charset", "The feed is not in the UTF-8 that it claims to be in, or not all of it.");
        }
    }

    private static FeedReadResult? ReadXml(string text, Uri? address, FeedWarnings warnings)
    {
        if (FeedRoot.Find(text) is not { } root)
        {
            return null;
        }

        if (root.HasJunkBefore)
        {
            warnings.Add("junk-before", "The feed has something before its first tag, which was passed over.");
        }

        var firstLine = text.AsSpan(0, root.Start).Count('\n');
        var xml = XmlRepair.Repair(text[root.Start..], InternalEntities.Of(text.AsSpan(0, root.Start)), warnings);
        using var document = new FeedDocument(xml, address, warnings, firstLine);
        var reading = ReadDocument(document, warnings);
        if (document.IsBroken && !document.IsTruncated)
        {
            // Slower, and right only for what an XML reader cannot read.
            using var balanced = new FeedDocument(TagBalance.Balance(xml), address, warnings, firstLine);
            if (ReadDocument(balanced, warnings) is { } mended && EntriesOf(mended) > EntriesOf(reading))
            {
                warnings.Replace("broken-xml", "The feed has tags that do not match: it was read as a browser would.");
                reading = mended;
            }
        }

        // A page may tell of feeds and hold an example.
        return root.IsWrapped && reading is FeedReadResult.Read { Feed.Entries.Count: 0 } ? null : reading;
    }

    private static FeedReadResult? ReadDocument(FeedDocument document, FeedWarnings warnings) => document.Root?.ToLowerInvariant() switch
    {
        "rss" or "rdf" or "channel" => Of(RssReader.Read(document, warnings)),
        "feed" => Of(AtomReader.Read(document, warnings)),
        "urlset" => Of(NewsSitemapReader.Read(document, warnings)),
        "sitemapindex" => new FeedReadResult.Index(SitemapIndexReader.Read(document, warnings)),
        _ => null,
    };

    private static int EntriesOf(FeedReadResult? reading) => reading is FeedReadResult.Read read ? read.Feed.Entries.Count : 0;

    private static FeedReadResult.Read? Of(Feed? feed) => feed is null ? null : new FeedReadResult.Read(feed);
}
