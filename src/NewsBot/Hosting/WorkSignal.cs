using System.Threading.Channels;

namespace NewsBot.Hosting;

/// <summary>
/// Wakes the worker that processes <typeparamref name="TRecord"/> rows, after the transaction that wrote them has committed.
/// It carries no data, and may be spurious or missed: the rows are the truth, and every worker also polls.
/// </summary>
internal sealed class WorkSignal<TRecord>
{
    private readonly Channel<bool> channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Never blocks. Signals that nobody has received yet merge into one.</summary>
    public void Notify() => channel.Writer.TryWrite(true);

    /// <summary>Returns at the next signal, or after <paramref name="pollInterval"/> without one.</summary>
    public async Task WaitAsync(TimeSpan pollInterval, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(pollInterval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // No signal: poll.
        }
    }
}
