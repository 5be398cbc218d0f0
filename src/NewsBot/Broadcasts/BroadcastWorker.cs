using NewsBot.Hosting;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;

namespace NewsBot.Broadcasts;

/// <summary>Carries on every broadcast that is not over.</summary>
internal sealed class BroadcastWorker(WorkerContext context, BroadcastSteps steps, WorkSignal<Delivery> deliveries) : Worker(context)
{
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var more = false;
        foreach (var broadcast in await steps.UnfinishedAsync(cancellationToken))
        {
            more |= await steps.StepAsync(broadcast, cancellationToken);
            deliveries.Notify();
        }

        if (more)
        {
            await Task.Delay(FanOut.Breath, Time, cancellationToken);
        }

        return more;
    }

    /// <summary>No signal wakes it: a second more or less is nothing to a broadcast.</summary>
    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(PollInterval, Time, cancellationToken);
}
