using NewsBot.Storage;

namespace NewsBot.BotApi;

/// <summary>Forgets the numbers of updates that cannot come again.</summary>
internal sealed class InboxPruningLoop(LoopContext context, Inbox inbox) : Loop(context)
{
    protected override TimeSpan Patience => TimeSpan.FromHours(1);

    protected override Task<bool> RunOnceAsync(CancellationToken cancellationToken) => inbox.PruneAsync(cancellationToken);

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Patience, Time, cancellationToken);
}
