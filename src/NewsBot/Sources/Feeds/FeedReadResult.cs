namespace NewsBot.Sources.Feeds;

/// <summary>What became of an attempt to read a body as a feed.</summary>
internal abstract record FeedReadResult
{
    /// <summary>It is a feed, perhaps with warnings.</summary>
    internal sealed record Read(Feed Feed) : FeedReadResult;

    /// <summary>It is a list of sitemaps, of which some may tell news: the likeliest first.</summary>
    internal sealed record Index(IReadOnlyList<Uri> Sitemaps) : FeedReadResult;

    /// <summary>It is something else, with the reason in a sentence for people.</summary>
    internal sealed record NotAFeed(string Why) : FeedReadResult;
}
