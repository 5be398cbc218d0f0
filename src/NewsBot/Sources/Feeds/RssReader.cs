namespace NewsBot.Sources.Feeds;

/// <summary>RSS 0.9x, 1.0 (RDF) and 2.0 with the modules that news feeds use, and the CDF that came before it.</summary>
internal static class RssReader
{
    public static Feed Read(FeedDocument document, FeedWarnings warnings)
    {
        var entries = document.Entries("item", "entry").Select(item => ReadEntry(item, warnings)).ToList();
        var channel = document.Header;
        var description = FeedFields.Paragraphs(channel.First(
            "description", "dc:description", "itunes:summary", "itunes:subtitle", "abstract", "subtitle", "tagline", "atom:subtitle", "media:description"));
        return new Feed(
            FeedFields.Line(channel.First("title", "dc:title", "media:title")),
            ChannelLink(channel),
            FeedFields.Verbatim(channel.First("atom:id")),
            description.Length > 0 ? description : null,
            FeedFields.Verbatim(channel.First("language", "dc:language")) ?? (channel.Language.Length > 0 ? channel.Language : null),
            FeedFields.Date(channel, warnings, "lastBuildDate", "pubDate", "dc:date", "dcterms:modified", "atom:updated", "updated", "modified", "published")
                ?? FeedFields.Date(channel.Attribute("lastmod"), warnings),
            RefreshHints.Of(channel),
            entries,
            warnings.All)
        {
            Quiet = RefreshHints.QuietOf(channel),
        };
    }

    private static FeedEntry ReadEntry(FeedElement item, FeedWarnings warnings)
    {
        var guid = item.First("guid");
        var modified = FeedFields.Date(item, warnings, "dcterms:modified", "atom:updated", "updated", "modified", "dc:date")
            ?? FeedFields.Date(item.Attribute("lastmod"), warnings);
        return new FeedEntry(
            FeedFields.Identity(guid) ?? FeedFields.Verbatim(item.First("atom:id", "id")) ?? item.Attribute("rdf:about"),
            FeedFields.Line(item.First("title", "dc:title", "atom:title") ?? FeedFields.Media(item, "media:title") ?? item.First("itunes:title")),
            EntryLink(item, guid),
            FeedFields.Date(item, warnings, "pubDate", "dc:date", "published", "issued", "dcterms:issued", "dcterms:created", "atom:published", "created", "date"),
            modified,
            FeedAuthors.OfRss(item),
            FeedFields.Paragraphs(Summary(item)),
            FeedFields.Paragraphs(item.First("content:encoded", "atom:content", "content", "xhtml:body", "xhtml:div", "body", "fullitem") ?? LongerDescription(item)),
            FeedFields.Names([.. item.All("category").Select(tag => tag.Text), .. item.All("dc:subject").Select(tag => tag.Text)]));
    }

    private static FeedElement? Summary(FeedElement item) =>
        item.First("summary", "description", "dc:description", "atom:summary", "itunes:summary")
        ?? FeedFields.Media(item, "media:description")
        ?? item.First("abstract", "itunes:subtitle");

    /// <summary>Where there are a summary and a description, the description is the text.</summary>
    private static FeedElement? LongerDescription(FeedElement item) => item.First("summary") is null ? null : item.First("description");

    private static string? ChannelLink(FeedElement channel)
    {
        var links = channel.All("link").Select(link => FeedFields.Address(FeedFields.Verbatim(link) ?? FeedFields.Reference(link), link.BaseAddress));
        return links.LastOrDefault(address => address is not null)
            ?? AtomReader.Alternate(channel)
            ?? FeedFields.Address(channel.Attribute("href"), channel.BaseAddress);
    }

    /// <summary>The link, else Atom's, else a guid that is an address (RSS 2.0: it is one unless it says otherwise).</summary>
    private static string? EntryLink(FeedElement item, FeedElement? guid)
    {
        var link = item.First("link");
        return FeedFields.Address(FeedFields.Verbatim(link) ?? FeedFields.Reference(link), link?.BaseAddress)
            ?? AtomReader.Alternate(item)
            ?? (guid?.Attribute("isPermaLink") is null or "true" && guid?.Text.Contains("://", StringComparison.Ordinal) == true
                ? FeedFields.Address(guid.Text, null)
                : FeedFields.Address(item.Attribute("href"), item.BaseAddress));
    }
}
