using Microsoft.Extensions.Options;
using NewsBot.Sources;

namespace NewsBot.Fetching;

/// <summary>One request at a time for each host, and a pause of Sources:HostSpacing between two.</summary>
internal sealed class HostRateLimiter(IOptions<SourceOptions> options, TimeProvider time)
{
    /// <summary>Hosts remembered before those at rest are forgotten: articles come from any number of hosts.</summary>
    private const int ManyHosts = 1_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Lane> lanes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many hosts it knows of at the moment.</summary>
    internal int Remembered
    {
        get
        {
            lock (gate)
            {
                return lanes.Count;
            }
        }
    }

    /// <summary>Waits for the host's turn, in order of asking. Disposing what it returns passes the turn on.</summary>
    public async Task<IDisposable> TakeAsync(string host, CancellationToken cancellationToken)
    {
        var lane = Join(host);
        try
        {
            await lane.Gate.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(lane);
            throw;
        }

        var turn = new Turn(this, lane);
        try
        {
            var pause = PauseOf(lane);
            if (pause > TimeSpan.Zero)
            {
                await Task.Delay(pause, time, cancellationToken);
            }

            lane.Used = true;
            return turn;
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private Lane Join(string host)
    {
        lock (gate)
        {
            if (!lanes.TryGetValue(host, out var lane))
            {
                ForgetIdle();
                lanes[host] = lane = new Lane();
            }

            lane.Waiting++;
            return lane;
        }
    }

    private void Leave(Lane lane)
    {
        lock (gate)
        {
            lane.Waiting--;
        }
    }

    private void Pass(Lane lane)
    {
        if (lane.Used)
        {
            lane.LastUse = time.GetTimestamp();
            lane.Used = false;
        }

        lane.Gate.Release();
        Leave(lane);
    }

    private void ForgetIdle()
    {
        if (lanes.Count < ManyHosts)
        {
            return;
        }

        foreach (var (host, lane) in lanes.Where(pair => pair.Value.Waiting == 0 && PauseOf(pair.Value) <= TimeSpan.Zero).ToList())
        {
            lanes.Remove(host);
            lane.Gate.Dispose();
        }
    }

    /// <summary>By the monotonic clock: the wall clock may be set.</summary>
    private TimeSpan PauseOf(Lane lane) => lane.LastUse is { } last ? options.Value.HostSpacing - time.GetElapsedTime(last) : TimeSpan.Zero;

    /// <summary>LastUse and Used belong to whoever holds the gate, Waiting to whoever holds the lock; a lane with no one waiting has both at rest.</summary>
    private sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long? LastUse { get; set; }

        public bool Used { get; set; }

        public int Waiting { get; set; }
    }

    private sealed class Turn(HostRateLimiter turns, Lane lane) : IDisposable
    {
        public void Dispose() => turns.Pass(lane);
    }
}
