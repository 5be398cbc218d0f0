namespace NewsBot.Messages;

/// <summary>How a source is.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its name, or its address where it has none yet.</param>
/// <param name="Address">Where it is.</param>
internal sealed record SourceFigures(long Id, string Title, string Address)
{
    /// <summary>Not looked at, because somebody who runs the bot wants it so.</summary>
    public bool IsMuted { get; init; }

    /// <summary>Taken off the list.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Said that it is gone for good.</summary>
    public bool IsGone { get; init; }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Error { get; init; }

    /// <summary>Time since it was last read; null before the first time.</summary>
    public TimeSpan? SinceSuccess { get; init; }

    /// <summary>Time to the next look; null where there is none.</summary>
    public TimeSpan? ToNextLook { get; init; }

    /// <summary>Time between the last look and the next.</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Null while it is not known.</summary>
    public double? EntriesPerDay { get; init; }

    /// <summary>Share of looks that found nothing changed (304), 0 to 1; null before the second look.</summary>
    public double? Unchanged { get; init; }

    /// <summary>What entries are told apart by; null while nothing is unusual about it.</summary>
    public EntryIdentification? Identification { get; init; }

    /// <summary>Time since its newest entry; null before the first.</summary>
    public TimeSpan? SinceNews { get; init; }
}
