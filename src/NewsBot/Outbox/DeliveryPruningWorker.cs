using NewsBot.Hosting;

namespace NewsBot.Outbox;

/// <summary>Prunes deliveries, an hour after the last ones.</summary>
internal sealed class DeliveryPruningWorker(WorkerContext context, DeliveryPruning pruning) : Worker(context)
{
    protected override TimeSpan PollInterval => TimeSpan.FromHours(1);

    protected override Task<bool> RunOnceAsync(CancellationToken cancellationToken) => pruning.PruneAsync(cancellationToken);

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(PollInterval, Time, cancellationToken);
}
