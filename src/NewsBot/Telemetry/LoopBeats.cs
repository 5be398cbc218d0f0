using System.Collections.Concurrent;

namespace NewsBot.Telemetry;

/// <summary>What each loop last told of itself: how /readyz tells a dead loop from an idle one.</summary>
internal sealed class LoopBeats(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, LoopBeat> beats = new();

    /// <summary>The loop's last sign of life, or null before its first round.</summary>
    public LoopBeat? Last(string loop) => beats.GetValueOrDefault(loop);

    /// <summary>A round begins; the next sign of life comes within <paramref name="allowance"/>.</summary>
    public void Begins(string loop, TimeSpan allowance) => Tell(loop, true, allowance, last => last with { RoundFailed = false });

    /// <summary>The round goes on: it did a part of its work, and the next sign comes within <paramref name="allowance"/>.</summary>
    public void Works(string loop, TimeSpan allowance) => Tell(loop, true, allowance, last => last);

    /// <summary>The loop waits, for at most <paramref name="patience"/>.</summary>
    public void Waits(string loop, TimeSpan patience) => Tell(loop, false, patience, last => last);

    /// <summary>The round has ended. One without a failure ends the row of failures.</summary>
    public void Ends(string loop) => Change(loop, last => last.RoundFailed ? last : last with { Failure = null });

    /// <summary>Notes a failed round. Returns true for the first of a row, which is the one to log.</summary>
    public bool Failed(string loop, string why)
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

    private void Tell(string loop, bool isWorking, TimeSpan allowance, Func<LoopBeat, LoopBeat> change)
    {
        var sign = new LoopBeat(isWorking, time.GetUtcNow(), allowance);
        beats.AddOrUpdate(
            loop,
            sign,
            (_, last) => change(last with { IsWorking = sign.IsWorking, Since = sign.Since, Allowance = sign.Allowance }));
    }

    private void Change(string loop, Func<LoopBeat, LoopBeat> change) => beats.AddOrUpdate(
        loop,
        _ => throw new InvalidOperationException("A loop begins a round before it can end or fail."),
        (_, last) => change(last));
}
