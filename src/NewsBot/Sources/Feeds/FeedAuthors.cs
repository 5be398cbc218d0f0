namespace NewsBot.Sources.Feeds;

/// <summary>The names of those who wrote an entry or a feed, without their mail addresses.</summary>
internal static class FeedAuthors
{
    /// <summary>dc:creator and itunes:author are names; author is "mail@example.org (Name)" or, in the wild, a name.</summary>
    public static IReadOnlyList<string> OfRss(FeedElement item)
    {
        List<FeedElement> named = [.. item.All("dc:creator"), .. item.All("dc:author"), .. item.All("atom:author")];
        return Names(named.Count > 0 ? named
            : item.First("itunes:author") is { } podcast ? [podcast]
            : [.. item.All("author"), .. item.All("managingEditor")]);
    }

    /// <summary>Of an entry, else of the feed that it was taken from.</summary>
    public static IReadOnlyList<string> OfAtom(FeedElement entry)
    {
        List<FeedElement> named = [.. entry.All("atom:author"), .. entry.All("dc:creator"), .. entry.All("dc:author")];
        return Names(named.Count > 0 ? named : entry.First("atom:source")?.All("atom:author") ?? []);
    }

    /// <summary>Entries without an author are by the feed's (RFC 4287, 4.2.1; JSON Feed 1.1, "authors").</summary>
    public static IReadOnlyList<FeedEntry> Inherited(IReadOnlyList<FeedEntry> entries, IReadOnlyList<string> ofFeed) =>
        ofFeed.Count == 0 ? entries : [.. entries.Select(entry => entry.Authors.Count > 0 ? entry : entry with { Authors = ofFeed })];

    private static IReadOnlyList<string> Names(IEnumerable<FeedElement> authors) =>
        FeedFields.Names(authors.Select(author => WithoutAddress(author.First("atom:name", "name")?.Text ?? (author.HasChildren ? "" : author.Text))));

    /// <summary>"ann@example.org (Ann Moor)", "Ann Moor &lt;ann@example.org&gt;" and "Ann Moor" are one; an address alone is nobody's name.</summary>
    private static string WithoutAddress(string author)
    {
        if (!author.Contains('@', StringComparison.Ordinal))
        {
            return author;
        }

        var words = author.Replace("(", " (", StringComparison.Ordinal).Replace("<", " <", StringComparison.Ordinal).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Where(word => word.IndexOf('@', StringComparison.Ordinal) <= 0)).Trim(' ', '(', ')', '<', '>', ',');
    }
}
