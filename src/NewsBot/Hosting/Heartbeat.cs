namespace NewsBot.Hosting;

/// <summary>What a worker last reported.</summary>
/// <param name="IsWorking">Whether it is in a round; otherwise it waits for work.</param>
/// <param name="Since">When it reported (UTC), for people to read.</param>
/// <param name="Timestamp">
/// The same by <see cref="TimeProvider.GetTimestamp"/>, which no change of the clock moves: a clock set back a year would hide a stuck
/// worker for a year.
/// </param>
/// <param name="Allowance">How long it may take until the next report.</param>
internal sealed record Heartbeat(bool IsWorking, DateTimeOffset Since, long Timestamp, TimeSpan Allowance)
{
    /// <summary>Why its last round failed, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>When the current series of failures began (UTC).</summary>
    public DateTimeOffset FailingSince { get; init; }

    /// <summary>Whether the current round, or else the last one, has failed.</summary>
    public bool RoundFailed { get; init; }
}
