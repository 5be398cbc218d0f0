using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>Looks each minute for sources in trouble.</summary>
internal sealed class TroubleLoop(
    LoopContext context, IDbContextFactory<NewsDb> stores, TroubleNotices notices, Doorbell<Delivery> deliveries) : Loop(context)
{
    protected override TimeSpan Patience => TimeSpan.FromMinutes(1);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        if (await notices.TellAsync(db, Time.GetUtcNow(), cancellationToken))
        {
            deliveries.Ring();
        }

        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Patience, Time, cancellationToken);
}
