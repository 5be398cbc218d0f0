namespace NewsBot.Sources.Feeds;

/// <summary>RSS 0.9x, 1.0 (RDF) and 2.0 with the modules that news feeds use, and the CDF that came before it.</summary>
internal static class RssReader
{
    public static Feed Read(FeedDocument document, FeedWarnings warnings)
    {
        var entries = document.Entries("item").Select(item => ReadEntry(item, warnings)).ToList();
        var channel = document.Header;
        var description = FeedFields.Paragraphs(channel.First("description", "dc:description", "itunes:summary", "itunes:subtitle", "abstract"));
        return new Feed(
            FeedFields.Line(channel.First("title", "dc:title")),
            ChannelLink(channel),
            FeedFields.Verbatim(channel.First("atom:id")),
            description.Length > 0 ? description : null,
            FeedFields.Verbatim(channel.First("language", "dc:language")) ?? (channel.Language.Length > 0 ? channel.Language : null),
            FeedFields.Date(channel, warnings, "lastBuildDate", "pubDate", "dc:date", "dcterms:modified", "atom:updated"),
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
        return new FeedEntry(
            FeedFields.Identity(guid) ?? FeedFields.Verbatim(item.First("atom:id")) ?? item.Attribute("rdf:about"),
            FeedFields.Line(item.First("title", "dc:title", "media:title", "itunes:title")),
            EntryLink(item, guid),
            FeedFields.Date(item, warnings, "pubDate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published"),
            FeedFields.Date(item, warnings, "dcterms:modified", "atom:updated", "dc:date"),
            FeedFields.Names(AuthorsOf(item)),
            FeedFields.Paragraphs(item.First("description", "dc:description", "itunes:summary", "media:description", "abstract")),
            FeedFields.Paragraphs(item.First("content:encoded", "xhtml:body", "xhtml:div", "body", "fullitem")),
            FeedFields.Names([.. item.All("category").Select(tag => tag.Text), .. item.All("dc:subject").Select(tag => tag.Text)]));
    }

    private static string? ChannelLink(FeedElement channel)
    {
        var links = channel.All("link").Select(link => FeedFields.Address(FeedFields.Verbatim(link) ?? link.Attribute("href"), link.BaseAddress));
        return links.LastOrDefault(address => address is not null)
            ?? AtomReader.Alternate(channel)
            ?? FeedFields.Address(channel.Attribute("href"), channel.BaseAddress);
    }

    /// <summary>The link, else Atom's, else a guid that is an address (RSS 2.0: it is one unless it says otherwise).</summary>
    private static string? EntryLink(FeedElement item, FeedElement? guid)
    {
        var link = item.First("link");
        return FeedFields.Address(FeedFields.Verbatim(link) ?? link?.Attribute("href"), link?.BaseAddress)
            ?? AtomReader.Alternate(item)
            ?? (guid?.Attribute("isPermaLink") is null or "true" && guid?.Text.Contains("://", StringComparison.Ordinal) == true
                ? FeedFields.Address(guid.Text, null)
                : FeedFields.Address(item.Attribute("href"), item.BaseAddress));
    }

    /// <summary>dc:creator and itunes:author are names; author is "mail@example.org (Name)" or, in the wild, a name.</summary>
    private static IEnumerable<string?> AuthorsOf(FeedElement item)
    {
        List<FeedElement> named = [.. item.All("dc:creator"), .. item.All("atom:author").Select(author => author.First("atom:name") ?? author)];
        return named.Count > 0 ? named.Select(name => name.Text)
            : item.First("itunes:author") is { } only ? [only.Text]
            : item.All("author").Select(author => NameIn(author.Text));
    }

    private static string NameIn(string author)
    {
        var (open, close) = (author.IndexOf('(', StringComparison.Ordinal), author.LastIndexOf(')'));
        if (author.Contains('@', StringComparison.Ordinal) && open >= 0 && close > open)
        {
            return author[(open + 1)..close];
        }

        return author.Contains('@', StringComparison.Ordinal) && !author.Trim().Contains(' ', StringComparison.Ordinal) ? "" : author;
    }
}
