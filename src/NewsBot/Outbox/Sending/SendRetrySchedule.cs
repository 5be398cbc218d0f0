namespace NewsBot.Outbox.Sending;

/// <summary>Decides what becomes of a delivery after an attempt. Nothing here asks a clock or a store.</summary>
internal static class SendRetrySchedule
{
    private const int MaxPauseInSeconds = 300;

    /// <summary>
    /// The state after an outcome. An outcome that cannot be known is tried once more for replies and news, where silence is worse
    /// than a double, and never for an announcement.
    /// </summary>
    public static DeliveryState After(SendOutcome outcome, Lane lane, int unknownAttempts) => outcome switch
    {
        SendOutcome.Sent => DeliveryState.Sent,
        SendOutcome.Blocked => DeliveryState.Blocked,
        SendOutcome.Rejected => DeliveryState.Failed,
        SendOutcome.Unknown => lane != Lane.Broadcast && unknownAttempts < 2 ? DeliveryState.Waiting : DeliveryState.Unknown,
        _ => DeliveryState.Waiting,
    };

    /// <summary>How long nothing goes out after Telegram could not be reached: 1 s, 2 s, 4 s … 5 min.</summary>
    public static TimeSpan PauseAfter(int failuresInARow) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Clamp(failuresInARow - 1, 0, 16)), MaxPauseInSeconds));
}
