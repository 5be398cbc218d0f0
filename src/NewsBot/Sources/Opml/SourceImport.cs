namespace NewsBot.Sources.Opml;

/// <summary>A list of feeds that somebody sent, from the file to the report.</summary>
internal sealed class SourceImport
{
    public long Id { get; set; }

    public long ChatId { get; set; }

    /// <summary>The update that brought it: all that is told of it answers that.</summary>
    public long UpdateId { get; set; }

    /// <summary>Telegram's id of the file.</summary>
    public required string FileId { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>When its feeds were added; null before.</summary>
    public DateTimeOffset? AddedAt { get; set; }

    /// <summary>Feeds that it added, all of which are looked at once before the report.</summary>
    public int Added { get; set; }

    /// <summary>Messages told of it so far.</summary>
    public int Parts { get; set; }

    /// <summary>The part that is edited while it goes on.</summary>
    public int ProgressPart { get; set; }

    /// <summary>How many had been looked at when that was told last, and when.</summary>
    public int ToldLooked { get; set; }

    public DateTimeOffset ToldAt { get; set; }

    /// <summary>When the report was told; null before.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
