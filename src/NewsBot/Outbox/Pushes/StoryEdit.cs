namespace NewsBot.Outbox.Pushes;

/// <summary>
/// Pushes of a story that are to be edited, because further sources tell it. One row a story: what comes within the coalescing window
/// is one edit.
/// </summary>
internal sealed class StoryEdit
{
    public long StoryId { get; set; }

    /// <summary>When the edits are enqueued; null while none are to be.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>1 for the first edits, 2 for the next …</summary>
    public int Round { get; set; }

    /// <summary>Pushes up to this delivery have their edit of this round.</summary>
    public long Cursor { get; set; }
}
