namespace NewsBot.Hosting;

/// <summary>A loop's last sign of life.</summary>
/// <param name="IsWorking">Whether it is in a round; else it waits for work.</param>
/// <param name="Since">When it gave the sign (UTC).</param>
/// <param name="Allowance">How long it may be before the next sign.</param>
internal sealed record Heartbeat(bool IsWorking, DateTimeOffset Since, TimeSpan Allowance)
{
    /// <summary>Why its last round failed, or null.</summary>
    public string? Failure { get; init; }

    /// <summary>When the failures in a row began (UTC).</summary>
    public DateTimeOffset FailingSince { get; init; }

    /// <summary>Whether the round that goes on, or the last one, has failed.</summary>
    public bool RoundFailed { get; init; }
}
