using System.Collections.Concurrent;
using NewsBot.Hosting;

namespace NewsBot.Sources.Polling;

/// <summary>
/// The sources that are being asked, one of each host. A site that is slow to answer steps aside after a moment and makes room for the
/// next: a thousand slow ones hold up nobody.
/// </summary>
/// <param name="check">Who asks.</param>
/// <param name="doorbell">Rung when there is room again, or an answer to take.</param>
/// <param name="time">The clock.</param>
internal sealed class InFlightPolls(SourcePoller check, WorkSignal<Source> doorbell, TimeProvider time)
{
    /// <summary>Visits that have just begun: connecting costs most, and a home router has room for so many new connections.</summary>
    private const int MaxBrisk = 64;

    /// <summary>Of all visits, most of them waiting for a slow site.</summary>
    private const int Most = 2_000;

    /// <summary>Most sites have answered by then.</summary>
    private static readonly TimeSpan Brisk = TimeSpan.FromSeconds(0.5);

    private readonly ConcurrentQueue<PollResult> ended = new();
    private readonly Dictionary<string, Task> onTheirWay = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, string> hosts = [];
    private int brisk;

    /// <summary>The hosts that are being asked, or whose answer was not taken yet.</summary>
    public IReadOnlySet<string> BusyHosts => onTheirWay.Keys.ToHashSet(onTheirWay.Comparer);

    /// <summary>How many more may begin now.</summary>
    public int Room => Math.Min(MaxBrisk - Volatile.Read(ref brisk), Most - onTheirWay.Count);

    /// <summary>Begins to ask a source of a host that is not busy. What it says is to be had from <see cref="TryTake"/>.</summary>
    public void Begin(Source source, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref brisk);
        hosts[source.Id] = source.Host;
        onTheirWay[source.Host] = RunAsync(source, cancellationToken);
    }

    /// <summary>Takes an answer, if there is one; the host is not busy any more.</summary>
    public PollResult? TryTake()
    {
        if (!ended.TryDequeue(out var visit))
        {
            return null;
        }

        hosts.Remove(visit.SourceId, out var host);
        onTheirWay.Remove(host!);
        return visit;
    }

    /// <summary>Waits until those on their way have ended, which they do when they were cancelled.</summary>
    public async Task EndAsync() => await Task.WhenAll(onTheirWay.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task RunAsync(Source source, CancellationToken cancellationToken)
    {
        var asking = check.AskAsync(source, cancellationToken);
        using (var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
        {
            await Task.WhenAny(asking, Task.Delay(Brisk, time, answered.Token));
            await answered.CancelAsync();
        }

        Interlocked.Decrement(ref brisk);
        doorbell.Notify();
        ended.Enqueue(await asking);
        doorbell.Notify();
    }
}
