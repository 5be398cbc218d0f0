namespace NewsBot.Sandbox.Limits;

internal sealed class FixedWindow(int limit, TimeSpan window) : IRateLimit
{
    private long current;
    private int taken;

    public TimeSpan Wait(DateTimeOffset now) =>
        Number(now) != current || taken < limit ? TimeSpan.Zero : new DateTimeOffset((current + 1) * window.Ticks, TimeSpan.Zero) - now;

    public void Take(DateTimeOffset now)
    {
        taken = Number(now) == current ? taken + 1 : 1;
        current = Number(now);
    }

    private long Number(DateTimeOffset now) => now.UtcTicks / window.Ticks;
}
