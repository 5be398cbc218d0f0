namespace NewsBot.Broadcasts;

internal enum BroadcastState
{
    /// <summary>Shown to its admin, and to nobody else.</summary>
    Draft,

    /// <summary>A draft that was thrown away.</summary>
    Discarded,

    /// <summary>A draft that a newer one of the same admin took the place of.</summary>
    Replaced,

    /// <summary>On its way.</summary>
    Sending,

    /// <summary>Nothing goes out until it is resumed.</summary>
    Paused,

    /// <summary>Called off: what had not gone out never will.</summary>
    Cancelled,

    /// <summary>Every recipient has it, or it is known why not.</summary>
    Done,
}
