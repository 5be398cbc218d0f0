namespace NewsBot.Sources;

internal enum SourceState
{
    /// <summary>Polled on its schedule.</summary>
    Watched,

    /// <summary>Answered 410 Gone: not polled any more, kept for its history.</summary>
    Gone,

    /// <summary>Not polled: an admin muted it.</summary>
    Muted,

    /// <summary>Taken off the list. Its row stays, so that its entries do not come back as new when it is added again.</summary>
    Removed,
}
