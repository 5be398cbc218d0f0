namespace NewsBot.Sandbox.Limits;

/// <param name="perSecond">Tokens added a second.</param>
/// <param name="burst">Tokens the full bucket holds; it starts full.</param>
internal sealed class TokenBucket(double perSecond, int burst) : IRateLimit
{
    private double tokens = burst;
    private DateTimeOffset filledAt = DateTimeOffset.MinValue;

    public TimeSpan Wait(DateTimeOffset now)
    {
        // A refill counts in whole ticks, so the sum can miss a whole token by one part in ten million.
        tokens = Math.Min(burst, tokens + ((now - filledAt).TotalSeconds * perSecond));
        filledAt = now;
        return tokens >= 1 - 1e-6 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - tokens) / perSecond);
    }

    public void Take(DateTimeOffset now) => tokens -= 1;
}
