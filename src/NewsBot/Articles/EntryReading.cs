namespace NewsBot.Articles;

/// <summary>What reading an entry's page came to.</summary>
internal abstract record EntryReading
{
    /// <summary>The page was read.</summary>
    /// <param name="Reading">What it says.</param>
    /// <param name="Address">The address that answered.</param>
    internal sealed record Page(PageReading Reading, Uri Address) : EntryReading;

    /// <summary>The feed's own text must do.</summary>
    /// <param name="Why">Why there is no page, or null where none was wanted.</param>
    internal sealed record FeedAlone(string? Why) : EntryReading;

    /// <summary>Try again after the pause.</summary>
    internal sealed record Later(TimeSpan Pause, string Why) : EntryReading;

    /// <summary>Nothing can be made of it, however often it is tried.</summary>
    internal sealed record Hopeless(string Why) : EntryReading;

    /// <summary>Why there is no page, or null.</summary>
    public string? Failure => this switch
    {
        FeedAlone alone => alone.Why,
        Later later => later.Why,
        Hopeless hopeless => hopeless.Why,
        _ => null,
    };
}
