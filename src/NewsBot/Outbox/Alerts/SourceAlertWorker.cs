using Microsoft.EntityFrameworkCore;
using NewsBot.Hosting;
using NewsBot.Storage;

namespace NewsBot.Outbox.Alerts;

/// <summary>Looks each minute for sources in trouble.</summary>
internal sealed class SourceAlertWorker(
    WorkerContext context, IDbContextFactory<NewsDb> stores, SourceAlerts notices, WorkSignal<Delivery> deliveries) : Worker(context)
{
    protected override TimeSpan PollInterval => TimeSpan.FromMinutes(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        if (await notices.TellAsync(db, Time.GetUtcNow(), cancellationToken))
        {
            deliveries.Notify();
        }

        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(PollInterval, Time, cancellationToken);
}
