using NewsBot.Hosting;
using NewsBot.Topics;

namespace NewsBot.Outbox.Pushes;

/// <summary>Fans out matches as they come, chunk by chunk.</summary>
internal sealed class FanOutWorker(WorkerContext context, FanOut fanOut, WorkSignal<Match> matches, WorkSignal<Delivery> deliveries)
    : Worker(context)
{
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var worked = await fanOut.RunChunkAsync(cancellationToken);
        if (worked)
        {
            deliveries.Notify();
        }

        return worked;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => matches.WaitAsync(PollInterval, Time, cancellationToken);
}
