namespace NewsBot.Messages;

/// <summary>How a source is doing.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its name, or its address where it has none yet.</param>
/// <param name="Address">Its address.</param>
internal sealed record SourceFigures(long Id, string Title, string Address)
{
    /// <summary>Not checked, because an admin muted it.</summary>
    public bool IsMuted { get; init; }

    /// <summary>Removed by an admin.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Its site says that it is permanently gone.</summary>
    public bool IsGone { get; init; }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Error { get; init; }

    /// <summary>Time since it was last read; null before the first time.</summary>
    public TimeSpan? SinceSuccess { get; init; }

    /// <summary>Time to the next check; null where there is none.</summary>
    public TimeSpan? ToNextLook { get; init; }

    /// <summary>Time between the last check and the next.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Null while it is not known.</summary>
    public double? EntriesPerDay { get; init; }

    /// <summary>Share of checks that found nothing changed (304), 0 to 1; null before the second check.</summary>
    public double? Unchanged { get; init; }

    /// <summary>What entries are told apart by; null while nothing is unusual about it.</summary>
    public EntryIdentification? Identification { get; init; }

    /// <summary>Time since its newest entry; null before the first.</summary>
    public TimeSpan? SinceNews { get; init; }
}
