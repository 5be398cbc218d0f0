using System.Collections.Concurrent;

namespace NewsBot.Telemetry;

/// <summary>When each loop last began a round, and what ails it: how /readyz tells a dead loop from an idle one.</summary>
internal sealed class LoopBeats(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, LoopBeat> beats = new();

    /// <summary>Every loop that has begun a round, by name.</summary>
    public ConcurrentDictionary<string, LoopBeat> All => beats;

    /// <summary>Notes the start of a round; an idle loop begins one at least every <paramref name="patience"/>.</summary>
    public void Beat(string loop, TimeSpan patience) => beats.AddOrUpdate(
        loop,
        _ => new LoopBeat(time.GetUtcNow(), patience, null),
        (_, last) => last with { At = time.GetUtcNow(), Patience = patience });

    /// <summary>Notes a failed round. Returns true for the first of a row, which is the one to log.</summary>
    public bool Failed(string loop, string why)
    {
        var first = false;
        beats.AddOrUpdate(
            loop,
            _ => throw new InvalidOperationException("A loop beats before it can fail."),
            (_, last) =>
            {
                first = last.Failure is null;
                return last with { Failure = why };
            });
        return first;
    }

    /// <summary>Notes that a round went well again.</summary>
    public void Recovered(string loop)
    {
        if (beats.TryGetValue(loop, out var last) && last.Failure is not null)
        {
            beats[loop] = last with { Failure = null };
        }
    }
}
