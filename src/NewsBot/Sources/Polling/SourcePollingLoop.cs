using Microsoft.Extensions.Options;
using NewsBot.Storage;

namespace NewsBot.Sources.Polling;

/// <summary>Visits the sources that are due. A new one need not wait for the next look: whoever adds it rings.</summary>
internal sealed class SourcePollingLoop(
    LoopContext context, DueSources due, SourceCheck check, Doorbell<Source> doorbell, IOptions<SourceOptions> options) : Loop(context)
{
    private const int AtOnce = 8;

    protected override TimeSpan LongestSilence => base.LongestSilence + options.Value.LongestTurn(AtOnce);

    /// <summary>The whole round is waited for, so no source is visited twice at once.</summary>
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var sources = await due.FindAsync(Time.GetUtcNow(), cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(sources, parallel, async (source, stop) =>
        {
            var visit = await check.AskAsync(source, stop);
            await OutlastTroubleAsync(() => check.RecordAsync(visit, stop), stop);
            Beat();
        });
        return sources.Count > 0;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => doorbell.WaitAsync(Patience, Time, cancellationToken);
}
