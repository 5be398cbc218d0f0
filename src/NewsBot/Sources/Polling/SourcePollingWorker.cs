using System.Diagnostics.Metrics;
using NewsBot.Hosting;
using NewsBot.Telemetry;

namespace NewsBot.Sources.Polling;

/// <summary>Polls the sources that are due. A new one need not wait for the next round: whoever adds it signals.</summary>
internal sealed partial class SourcePollingWorker(
    WorkerContext context, DueSources due, SourcePoller poller, WorkSignal<Source> signal) : Worker(context)
{
    private static readonly Histogram<double> Lateness = Instrumentation.Meter.CreateHistogram<double>(
        "newsbot.sources.lateness", "s", "From the time at which a source was due to its visit.");

    private readonly ILogger logger = context.Logger;
    private readonly InFlightPolls polls = new(poller, signal, context.Time);

    /// <summary>Of the last round. The first compares with the end of time, since the clock may have been set back while the bot was stopped.</summary>
    private DateTimeOffset lastRound = DateTimeOffset.MaxValue;

    /// <summary>While results cannot be written, no other source is polled.</summary>
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        while (polls.TryTake() is { } result)
        {
            await RetryWhileStoreUnavailableAsync(() => poller.RecordAsync(result, cancellationToken), cancellationToken);
            ReportProgress();
        }

        var now = Time.GetUtcNow();
        if (now < lastRound && await due.ResetFutureAsync(now, cancellationToken) is > 0 and var reset)
        {
            Log.ClockWasAhead(logger, reset);
        }

        lastRound = now;
        foreach (var source in await due.FindAsync(now, polls.BusyHosts, polls.Room, cancellationToken))
        {
            Lateness.Record((now - source.NextCheckAt).TotalSeconds);
            polls.Begin(source, cancellationToken);
        }

        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => signal.WaitAsync(PollInterval, Time, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await base.ExecuteAsync(stoppingToken);
        await polls.EndAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The clock was ahead when {Count} sources were scheduled: they are polled now")]
        public static partial void ClockWasAhead(ILogger logger, int count);
    }
}
