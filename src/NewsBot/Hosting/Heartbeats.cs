using System.Collections.Concurrent;
using NewsBot.Telemetry;

namespace NewsBot.Hosting;

/// <summary>The last heartbeat of each worker: how /readyz tells a stuck worker from an idle one.</summary>
internal sealed class Heartbeats(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Heartbeat> heartbeats = new();

    /// <summary>The worker's last heartbeat, or null before its first round.</summary>
    public Heartbeat? Last(string worker) => heartbeats.GetValueOrDefault(worker);

    /// <summary>How long ago the heartbeat was, whatever the clock did since.</summary>
    public TimeSpan Age(Heartbeat heartbeat) => time.GetElapsedTime(heartbeat.Timestamp);

    /// <summary>A round begins; the next heartbeat comes within <paramref name="allowance"/>.</summary>
    public void RoundStarted(string worker, TimeSpan allowance) => Record(worker, true, allowance, last => last with { RoundFailed = false });

    /// <summary>The round has done a part of its work; the next heartbeat comes within <paramref name="allowance"/>.</summary>
    public void Progressed(string worker, TimeSpan allowance) => Record(worker, true, allowance, last => last);

    /// <summary>The worker waits, for at most <paramref name="allowance"/>.</summary>
    public void Waiting(string worker, TimeSpan allowance) => Record(worker, false, allowance, last => last);

    /// <summary>The round has ended. One without a failure ends the series of failures.</summary>
    public void RoundEnded(string worker) => Change(worker, last => last.RoundFailed ? last : last with { Failure = null });

    /// <summary>Records a failed round. Returns true for the first of a series, which is the one to log.</summary>
    public bool RoundFailed(string worker, string why)
    {
        var isFirst = false;
        Change(worker, last =>
        {
            isFirst = last.Failure is null;
            return last with
            {
                Failure = TokenRedaction.Redact(why),
                FailingSince = isFirst ? time.GetUtcNow() : last.FailingSince,
                RoundFailed = true,
            };
        });
        return isFirst;
    }

    private void Record(string worker, bool isWorking, TimeSpan allowance, Func<Heartbeat, Heartbeat> change)
    {
        var heartbeat = new Heartbeat(isWorking, time.GetUtcNow(), time.GetTimestamp(), allowance);
        heartbeats.AddOrUpdate(
            worker,
            heartbeat,
            (_, last) => change(last with { IsWorking = isWorking, Since = heartbeat.Since, Timestamp = heartbeat.Timestamp, Allowance = allowance }));
    }

    private void Change(string worker, Func<Heartbeat, Heartbeat> change) => heartbeats.AddOrUpdate(
        worker,
        _ => throw new InvalidOperationException("A worker starts a round before it ends one or fails."),
        (_, last) => change(last));
}
