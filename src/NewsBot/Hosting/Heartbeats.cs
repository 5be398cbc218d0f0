using System.Collections.Concurrent;
using NewsBot.Telemetry;

namespace NewsBot.Hosting;

/// <summary>What each loop last told of itself: how /readyz tells a dead loop from an idle one.</summary>
internal sealed class Heartbeats(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Heartbeat> beats = new();

    /// <summary>The loop's last sign of life, or null before its first round.</summary>
    public Heartbeat? Last(string loop) => beats.GetValueOrDefault(loop);

    /// <summary>A round begins; the next sign of life comes within <paramref name="allowance"/>.</summary>
    public void RoundStarted(string loop, TimeSpan allowance) => Record(loop, true, allowance, last => last with { RoundFailed = false });

    /// <summary>The round goes on: it did a part of its work, and the next sign comes within <paramref name="allowance"/>.</summary>
    public void Progressed(string loop, TimeSpan allowance) => Record(loop, true, allowance, last => last);

    /// <summary>The loop waits, for at most <paramref name="patience"/>.</summary>
    public void Waiting(string loop, TimeSpan patience) => Record(loop, false, patience, last => last);

    /// <summary>The round has ended. One without a failure ends the row of failures.</summary>
    public void RoundEnded(string loop) => Change(loop, last => last.RoundFailed ? last : last with { Failure = null });

    /// <summary>Notes a failed round. Returns true for the first of a row, which is the one to log.</summary>
    public bool RoundFailed(string loop, string why)
    {
        var first = false;
        Change(loop, last =>
        {
            first = last.Failure is null;
            return last with
            {
                Failure = TokenRedaction.Redact(why),
                FailingSince = first ? time.GetUtcNow() : last.FailingSince,
                RoundFailed = true,
            };
        });
        return first;
    }

    private void Record(string loop, bool isWorking, TimeSpan allowance, Func<Heartbeat, Heartbeat> change)
    {
        var sign = new Heartbeat(isWorking, time.GetUtcNow(), allowance);
        beats.AddOrUpdate(
            loop,
            sign,
            (_, last) => change(last with { IsWorking = sign.IsWorking, Since = sign.Since, Allowance = sign.Allowance }));
    }

    private void Change(string loop, Func<Heartbeat, Heartbeat> change) => beats.AddOrUpdate(
        loop,
        _ => throw new InvalidOperationException("A loop begins a round before it can end or fail."),
        (_, last) => change(last));
}
