using Microsoft.Extensions.Time.Testing;

namespace NewsBot.Tests.Support;

/// <summary>A clock that somebody sets: the date jumps, while timers and timestamps go on as they do on a real machine.</summary>
internal sealed class SettableClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan offset;

    /// <summary>How far the date is from now on from what it would have been from the start; it may lie in the past.</summary>
    public void Jump(TimeSpan fromTruth) => offset = fromTruth;

    public override long GetTimestamp() => base.GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
