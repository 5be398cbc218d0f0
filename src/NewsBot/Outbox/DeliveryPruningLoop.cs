using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>Prunes deliveries, an hour after the last ones.</summary>
internal sealed class DeliveryPruningLoop(LoopContext context, DeliveryPruning pruning) : Loop(context)
{
    protected override TimeSpan Patience => TimeSpan.FromHours(1);

    protected override Task<bool> RunOnceAsync(CancellationToken cancellationToken) => pruning.PruneAsync(cancellationToken);

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Patience, Time, cancellationToken);
}
