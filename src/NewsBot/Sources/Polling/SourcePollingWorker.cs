using System.Diagnostics.Metrics;
using NewsBot.Hosting;
using NewsBot.Telemetry;

namespace NewsBot.Sources.Polling;

/// <summary>Visits the sources that are due. A new one need not wait for the next look: whoever adds it rings.</summary>
internal sealed class SourcePollingWorker(
    WorkerContext context, DueSources due, SourcePoller check, WorkSignal<Source> doorbell) : Worker(context)
{
    private static readonly Histogram<double> Lateness = Instrumentation.Meter.CreateHistogram<double>(
        "newsbot.sources.lateness", "s", "From the time at which a source was due to its visit.");

    private readonly InFlightPolls visits = new(check, doorbell, context.Time);

    /// <summary>While what came cannot be written, nobody else is asked.</summary>
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        while (visits.TryTake() is { } visit)
        {
            await RetryWhileStoreUnavailableAsync(() => check.RecordAsync(visit, cancellationToken), cancellationToken);
            ReportProgress();
        }

        var now = Time.GetUtcNow();
        foreach (var source in await due.FindAsync(now, visits.BusyHosts, visits.Room, cancellationToken))
        {
            Lateness.Record((now - source.NextCheckAt).TotalSeconds);
            visits.Begin(source, cancellationToken);
        }

        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => doorbell.WaitAsync(PollInterval, Time, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await base.ExecuteAsync(stoppingToken);
        await visits.EndAsync();
    }
}
