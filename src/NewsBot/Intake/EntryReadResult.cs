using NewsBot.Articles;

namespace NewsBot.Intake;

/// <summary>What reading an entry's page came to.</summary>
internal abstract record EntryReadResult
{
    /// <summary>The page was read.</summary>
    /// <param name="Reading">What it says.</param>
    /// <param name="Address">The address that answered.</param>
    internal sealed record Page(PageContent Reading, Uri Address) : EntryReadResult;

    /// <summary>The feed's own text must do.</summary>
    /// <param name="Why">Why there is no page, or null where none was wanted.</param>
    internal sealed record FeedTextOnly(string? Why) : EntryReadResult;

    /// <summary>Try again after the pause.</summary>
    internal sealed record RetryLater(TimeSpan Pause, string Why) : EntryReadResult;

    /// <summary>Nothing can be made of it, however often it is tried.</summary>
    internal sealed record Abandoned(string Why) : EntryReadResult;

    /// <summary>Why there is no page, or null.</summary>
    public string? Failure => this switch
    {
        FeedTextOnly alone => alone.Why,
        RetryLater later => later.Why,
        Abandoned hopeless => hopeless.Why,
        _ => null,
    };
}
