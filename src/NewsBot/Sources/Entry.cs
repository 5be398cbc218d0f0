namespace NewsBot.Sources;

/// <summary>One item of a feed, kept after it is read so that it can never come back as new.</summary>
internal sealed class Entry
{
    public long Id { get; set; }

    public long SourceId { get; set; }

    /// <summary>16 bytes from the guid, else the canonical link, else title and date (<see cref="Polling.EntryIdentity"/>); unique within the source.</summary>
    public required byte[] Identity { get; set; }

    /// <summary>What it is recognised by when its identity changes, each null where it has none (<see cref="Polling.EntryKeys"/>).</summary>
    public long? GuidKey { get; set; }

    public long? LinkKey { get; set; }

    public long? TitleKey { get; set; }

    public EntryState State { get; set; }

    /// <summary>True for what the first fetch of the source held: never pushed.</summary>
    public bool Baseline { get; set; }

    /// <summary>Absolute address of the article's page, or null where the feed names none.</summary>
    public string? Address { get; set; }

    /// <summary>Whether the address leads to other entries too (a list or status page): then it is not read, and the feed's text stands.</summary>
    public bool SharesAddress { get; set; }

    public required string Title { get; set; }

    /// <summary>The feed's date (UTC), or null when it gives none that can be read.</summary>
    public DateTimeOffset? Published { get; set; }

    /// <summary>The feed's text for the entry: plain text, paragraphs joined by an empty line; may be empty.</summary>
    public string Text { get; set; } = "";

    public List<string> Authors { get; set; } = [];

    public List<string> Tags { get; set; } = [];

    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>Attempts to read its page so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Not read before this instant: the page could not be had the last time.</summary>
    public DateTimeOffset ReadAfter { get; set; }

    /// <summary>Why its page could not be read, in a sentence for people.</summary>
    public string? FailureReason { get; set; }
}
