namespace NewsBot.Articles;

/// <summary>What became of reading a page.</summary>
internal abstract record PageOutcome
{
    /// <summary>It was read. The body may still be empty: then a warning says so.</summary>
    internal sealed record Read(PageContent Reading) : PageOutcome;

    /// <summary>It is nothing that can be read, with the reason in a sentence for people.</summary>
    internal sealed record Unreadable(string Why) : PageOutcome;
}
