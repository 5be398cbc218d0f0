using NewsBot.Sandbox.Control;

namespace NewsBot.Sandbox.Faults;

/// <summary>What lies between the bot and the Sandbox.</summary>
internal sealed class Network(TimeProvider time)
{
    private volatile Latency latency = new();

    /// <exception cref="ControlException">It is no distribution.</exception>
    public void Set(Latency wanted)
    {
        var isOrdered = wanted.Least >= 0 && wanted.Most >= wanted.Least && (wanted.TailShare == 0 || wanted.TailMost >= wanted.Most);
        if (!isOrdered || wanted.TailShare is < 0 or > 1)
        {
            throw ControlException.Refused("A latency needs 0 <= least <= most <= tailMost and a tailShare of 0 to 1.");
        }
        latency = wanted;
    }

    /// <summary>One way.</summary>
    public Task TravelAsync(CancellationToken cancellation)
    {
        var way = latency;
        if (way.Most == 0)
        {
            return Task.CompletedTask;
        }
        var (from, to) = Random.Shared.NextDouble() < way.TailShare ? (way.Most, way.TailMost) : (way.Least, way.Most);
        return Task.Delay(TimeSpan.FromMilliseconds(from + (Random.Shared.NextDouble() * (to - from))), time, cancellation);
    }
}
