using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>Owes the edits of pushes as they fall due, chunk by chunk. There is no doorbell: a window has to pass anyway.</summary>
internal sealed class StoryEditLoop(LoopContext context, StoryEdits edits, Doorbell<Delivery> deliveries) : Loop(context)
{
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var worked = await edits.RunChunkAsync(cancellationToken);
        if (worked)
        {
            deliveries.Ring();
        }

        return worked;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Patience, Time, cancellationToken);
}
