namespace NewsBot.Outbox.Sending;

/// <summary>
/// Tells a Telegram that is away from single requests that fail: after three in a row that were certainly not received everyone
/// waits, longer each time, and every pause ends in new tries. Times are those of one monotonic clock.
/// </summary>
internal sealed class OutageDetector
{
    private const int Tolerated = 2;

    private int failures;
    private int pauses;
    private TimeSpan pausedAt = TimeSpan.MinValue;
    private TimeSpan until;

    public TimeSpan Wait(TimeSpan now) => until > now ? until - now : TimeSpan.Zero;

    /// <summary>A request that was begun then was certainly not received. Those that were on their way when the pause began are part of it.</summary>
    public void Failed(TimeSpan begunAt, TimeSpan now)
    {
        if (begunAt <= pausedAt || ++failures <= Tolerated)
        {
            return;
        }

        pausedAt = now;
        until = now + SendRetrySchedule.PauseAfter(++pauses);
    }

    /// <summary>Telegram answered something.</summary>
    public void Answered() => (failures, pauses) = (0, 0);
}
