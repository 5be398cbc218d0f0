using System.Runtime.CompilerServices;

namespace NewsBot.Sandbox.Control;

/// <summary>The latest events, kept for readers who come late or come again.</summary>
internal sealed class EventFeed
{
    // Some minutes of the fastest bot there may be; a reader further behind starts over from the chats themselves.
    private const int Kept = 20_000;

    private readonly Lock gate = new();
    private readonly List<SandboxEvent> events = [];
    private TaskCompletionSource changed = NewSignal();

    public long LastId { get; private set; }

    public void Publish(SandboxEvent happened)
    {
        lock (gate)
        {
            events.Add(happened with { Id = ++LastId });
            if (events.Count >= 2 * Kept)
            {
                events.RemoveRange(0, Kept);
            }
            changed.TrySetResult();
            changed = NewSignal();
        }
    }

    /// <summary>Every event after the given id, then each as it happens, until cancelled.</summary>
    public async IAsyncEnumerable<SandboxEvent> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            SandboxEvent[] next;
            Task more;
            lock (gate)
            {
                next = [.. events.Skip((int)Math.Max(0, after - (LastId - events.Count)))];
                more = changed.Task;
            }
            foreach (var happened in next)
            {
                after = happened.Id;
                yield return happened;
            }
            if (next.Length == 0)
            {
                await more.WaitAsync(cancellation);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
