namespace NewsBot.Sources;

internal enum EntryState
{
    /// <summary>Stored, and waiting to become an article.</summary>
    Waiting,

    /// <summary>An article holds its text.</summary>
    Read,

    /// <summary>Held nothing that could be read.</summary>
    Unreadable,
}
