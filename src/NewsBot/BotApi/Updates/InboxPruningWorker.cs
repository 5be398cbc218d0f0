using NewsBot.Hosting;

namespace NewsBot.BotApi.Updates;

/// <summary>Forgets the numbers of updates that cannot come again.</summary>
internal sealed class InboxPruningWorker(WorkerContext context, Inbox inbox) : Worker(context)
{
    protected override TimeSpan PollInterval => TimeSpan.FromHours(1);

    protected override Task<bool> RunOnceAsync(CancellationToken cancellationToken) => inbox.PruneAsync(cancellationToken);

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(PollInterval, Time, cancellationToken);
}
