using NewsBot.Hosting;

namespace NewsBot.Outbox.Pushes;

/// <summary>Enqueues the edits of pushes as they fall due, chunk by chunk. No signal wakes it: a window has to pass anyway.</summary>
internal sealed class StoryEditWorker(WorkerContext context, StoryEdits edits, WorkSignal<Delivery> deliveries) : Worker(context)
{
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var worked = await edits.RunChunkAsync(cancellationToken);
        if (worked)
        {
            deliveries.Notify();
        }

        return worked;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(PollInterval, Time, cancellationToken);
}
