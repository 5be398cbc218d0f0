namespace NewsBot.Outbox.Sending;

/// <summary>
/// How many requests a second are worth a try. It stands at the ceiling; a refusal that is about the whole bot cuts it by a twentieth,
/// another one within a minute halves it, and it grows back by a tenth of the ceiling a minute. Times are those of one monotonic clock.
/// </summary>
internal sealed class SendRate(int ceiling)
{
    private const double Cut = 0.95;
    private const double DeepCut = 0.5;

    // Telegram's ceilings are known within a few: what refuses a tenth of one refuses for another reason, and waiting is the answer to that.
    private const double Least = 0.1;
    private const double GrowthPerMinute = 0.1;

    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private double lastCut = ceiling;
    private TimeSpan? cutAt;
    private bool hasSentSince = true;

    public double PerSecond(TimeSpan now) => cutAt is { } at
        ? Math.Min(ceiling, lastCut + ((now - at).TotalMinutes * GrowthPerMinute * ceiling))
        : ceiling;

    /// <summary>A request that was begun then was not refused.</summary>
    public void Accepted(TimeSpan begunAt) => hasSentSince |= begunAt > cutAt;

    /// <summary>
    /// A request was refused on account of the whole bot. Those that were on their way at the last cut, and those that follow it
    /// without one success between, tell of the same trouble: they do not cut again, however long it lasts.
    /// </summary>
    public void Refused(TimeSpan begunAt, TimeSpan now)
    {
        if (begunAt <= cutAt || !hasSentSince)
        {
            return;
        }

        var factor = now - cutAt < Memory ? DeepCut : Cut;
        lastCut = Math.Max(PerSecond(now) * factor, ceiling * Least);
        cutAt = now;
        hasSentSince = false;
    }
}
