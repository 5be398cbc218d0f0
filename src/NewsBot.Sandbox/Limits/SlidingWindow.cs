namespace NewsBot.Sandbox.Limits;

internal sealed class SlidingWindow(int limit, TimeSpan window) : IRateLimit
{
    private readonly Queue<DateTimeOffset> taken = new();

    public TimeSpan Wait(DateTimeOffset now)
    {
        while (taken.TryPeek(out var oldest) && oldest + window <= now)
        {
            taken.Dequeue();
        }
        return taken.Count < limit ? TimeSpan.Zero : taken.Peek() + window - now;
    }

    public void Take(DateTimeOffset now) => taken.Enqueue(now);
}
