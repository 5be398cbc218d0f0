namespace NewsBot.Outbox.Sending;

/// <summary>Decides what becomes of a delivery after an attempt. Nothing here asks a clock or a store.</summary>
internal static class SendRetrySchedule
{
    /// <summary>Attempts with an unknown outcome after which a delivery is given up, unless Telegram was out of reach.</summary>
    private const int MaxUnknownAttempts = 2;

    /// <summary>Attempts that may end with the process: a message that makes it crash must not do so for ever.</summary>
    private const int MaxInterruptions = 5;

    private const int MaxPauseInSeconds = 300;

    /// <summary>
    /// The state after an outcome. An outcome that cannot be known is tried once more for replies and news, where silence is worse
    /// than a double, and never for a broadcast. What failed because nobody reached Telegram waits until it expires.
    /// </summary>
    public static DeliveryState After(SendOutcome outcome, Lane lane, int unknownAttempts, bool duringOutage) => outcome switch
    {
        SendOutcome.Sent => DeliveryState.Sent,
        SendOutcome.Blocked => DeliveryState.Blocked,

        // A reply or a broadcast is of this hour; news waits for the right to be given back.
        SendOutcome.NoRights => lane is Lane.News or Lane.Digest ? DeliveryState.Held : DeliveryState.Blocked,
        SendOutcome.Rejected => DeliveryState.Failed,
        SendOutcome.Obsolete => DeliveryState.Cancelled,
        SendOutcome.Unknown when lane == Lane.Broadcast => DeliveryState.Unknown,
        SendOutcome.Unknown => duringOutage || unknownAttempts < MaxUnknownAttempts ? DeliveryState.Waiting : DeliveryState.Unknown,
        _ => DeliveryState.Waiting,
    };

    /// <summary>The state of a delivery whose request was on its way when the process died.</summary>
    public static DeliveryState AfterInterruption(Lane lane, int unknownAttempts) =>
        lane != Lane.Broadcast && unknownAttempts < MaxInterruptions ? DeliveryState.Waiting : DeliveryState.Unknown;

    /// <summary>How long a delivery waits after failures that were its own: 1 s, 2 s, 4 s … 5 min.</summary>
    public static TimeSpan PauseAfter(int failuresInARow) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Clamp(failuresInARow - 1, 0, 16)), MaxPauseInSeconds));
}
