using System.Threading.Channels;

namespace NewsBot.Hosting;

/// <summary>
/// Wakes the stage that takes up <typeparamref name="TRecord"/> rows, after the transaction that wrote them.
/// It carries nothing and may ring in vain or be missed: the rows are the truth, and every stage also looks by itself.
/// </summary>
internal sealed class WorkSignal<TRecord>
{
    private readonly Channel<bool> channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Never blocks; rings that meet a ring not yet heard are one.</summary>
    public void Notify() => channel.Writer.TryWrite(true);

    /// <summary>Returns at the next ring, or after <paramref name="patience"/> without one.</summary>
    public async Task WaitAsync(TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await channel.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Patience ran out: look at the rows anyway.
        }
    }
}
