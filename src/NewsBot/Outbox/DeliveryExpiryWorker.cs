using NewsBot.Hosting;

namespace NewsBot.Outbox;

/// <summary>Looks every few seconds for deliveries that are too late.</summary>
internal sealed class DeliveryExpiryWorker(WorkerContext context, DeliveryExpiry expiry, WorkSignal<Delivery> deliveries) : Worker(context)
{
    protected override TimeSpan PollInterval => TimeSpan.FromSeconds(10);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var mayHaveMore = await expiry.RunBatchAsync(cancellationToken);
        deliveries.Notify();
        return mayHaveMore;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(PollInterval, Time, cancellationToken);
}
