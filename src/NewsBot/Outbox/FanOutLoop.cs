using NewsBot.Storage;
using NewsBot.Topics;

namespace NewsBot.Outbox;

/// <summary>Fans out matches as they come, chunk by chunk.</summary>
internal sealed class FanOutLoop(LoopContext context, FanOut fanOut, Doorbell<Match> matches, Doorbell<Delivery> deliveries)
    : Loop(context)
{
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var worked = await fanOut.RunChunkAsync(cancellationToken);
        if (worked)
        {
            deliveries.Ring();
        }

        return worked;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => matches.WaitAsync(Patience, Time, cancellationToken);
}
