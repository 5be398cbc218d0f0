using NewsBot.Hosting;

namespace NewsBot.Outbox.Sending;

/// <summary>Sends what waits, and tells /readyz what keeps it from being sent.</summary>
internal sealed class SendingWorker(WorkerContext context, DeliverySender sender, Heartbeats heartbeats, WorkSignal<Delivery> signal) : Worker(context)
{
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var mayHaveMore = await sender.RunOnceAsync(cancellationToken);
        if (sender.Problem is { } problem)
        {
            heartbeats.RoundFailed(Name, problem);
        }

        return mayHaveMore;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => signal.WaitAsync(sender.Wait(PollInterval), Time, cancellationToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await sender.FlushAsync(cancellationToken);
    }
}
