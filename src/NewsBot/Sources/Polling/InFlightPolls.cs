using System.Collections.Concurrent;
using NewsBot.Hosting;

namespace NewsBot.Sources.Polling;

/// <summary>
/// The polls that are under way, at most one per host. A site that is slow to answer makes room for the next after a moment: a thousand slow
/// sites delay no other.
/// </summary>
/// <param name="signal">Given when there is room again, or a result to take.</param>
internal sealed class InFlightPolls(SourcePoller poller, WorkSignal<Source> signal, TimeProvider time)
{
    /// <summary>Polls within their first moment: connecting costs most, and a home router has room for so many new connections.</summary>
    private const int MaxConnecting = 64;

    /// <summary>All polls, most of them waiting for a slow site.</summary>
    private const int MaxInFlight = 2_000;

    /// <summary>Most sites have answered by then.</summary>
    private static readonly TimeSpan ConnectWindow = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentQueue<PollResult> results = new();
    private readonly Dictionary<string, Task> inFlight = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, string> hosts = [];
    private int connecting;

    /// <summary>The hosts that are being polled, or whose result has not been taken yet.</summary>
    public IReadOnlySet<string> BusyHosts => inFlight.Keys.ToHashSet(inFlight.Comparer);

    /// <summary>How many more may begin now.</summary>
    public int Room => Math.Min(MaxConnecting - Volatile.Read(ref connecting), MaxInFlight - inFlight.Count);

    /// <summary>Begins to poll a source of a host that is not busy. <see cref="TryTake"/> gives the result.</summary>
    public void Begin(Source source, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref connecting);
        hosts[source.Id] = source.Host;
        inFlight[source.Host] = RunAsync(source, cancellationToken);
    }

    /// <summary>Takes a result, if there is one; its host is no longer busy.</summary>
    public PollResult? TryTake()
    {
        if (!results.TryDequeue(out var result))
        {
            return null;
        }

        hosts.Remove(result.SourceId, out var host);
        inFlight.Remove(host!);
        return result;
    }

    /// <summary>Waits for all of them to end, which they do when they were cancelled.</summary>
    public async Task EndAsync() => await Task.WhenAll(inFlight.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task RunAsync(Source source, CancellationToken cancellationToken)
    {
        var polling = poller.AskAsync(source, cancellationToken);
        using (var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            await Task.WhenAny(polling, Task.Delay(ConnectWindow, time, answered.Token));
            await answered.CancelAsync();
        }

        Interlocked.Decrement(ref connecting);
        signal.Notify();
        results.Enqueue(await polling);
        signal.Notify();
    }
}
