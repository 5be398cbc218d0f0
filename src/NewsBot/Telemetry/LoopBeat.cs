namespace NewsBot.Telemetry;

/// <summary>A loop's last sign of life.</summary>
/// <param name="At">When its last round began (UTC).</param>
/// <param name="Patience">How long it may wait for work before it begins the next round.</param>
/// <param name="Failure">Why its last round failed, or null.</param>
internal sealed record LoopBeat(DateTimeOffset At, TimeSpan Patience, string? Failure);
