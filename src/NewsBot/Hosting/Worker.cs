using Microsoft.Extensions.Hosting;
using NewsBot.Storage;

namespace NewsBot.Hosting;

/// <summary>
/// The base of every background service: look for work, do it, wait for a signal. It starts once the host has started, and stops before
/// the host's own web endpoints do (in trial mode Telegram is one of them). It reports to /readyz, and survives a failing round: the
/// store may be locked or full for a while.
/// </summary>
internal abstract partial class Worker(WorkerContext context) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    /// <summary>Its name in /readyz and the log.</summary>
    public string Name => GetType().Name;

    protected TimeProvider Time => context.Time;

    protected ILogger Logger => context.Logger;

    /// <summary>Cancelled when the host is told to stop: failures from then on are not worth reporting.</summary>
    protected CancellationToken Stopping => context.Stopping;

    /// <summary>The longest pause between two rounds, in case a signal was missed.</summary>
    protected virtual TimeSpan PollInterval => TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest time within a round without a call of <see cref="ReportProgress"/>; beyond it the worker counts as stuck. A statement
    /// gives up on a locked store after seconds, and a round has a handful of them.
    /// </summary>
    protected virtual TimeSpan StallTimeout => TimeSpan.FromMinutes(2);

    /// <summary>One round. Returns true when there may be more to do at once, false to wait.</summary>
    protected abstract Task<bool> RunOnceAsync(CancellationToken cancellationToken);

    /// <summary>Waits for this worker's signal.</summary>
    protected abstract Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>A heartbeat from within a round of many parts, when one of them is done.</summary>
    protected void ReportProgress() => context.Heartbeats.Progressed(Name, StallTimeout);

    /// <summary>Waits within a round for another worker's result, however long that takes, without counting as stuck.</summary>
    protected async Task<T> WaitForAsync<T>(Task<T> other)
    {
        context.Heartbeats.Waiting(Name, Timeout.InfiniteTimeSpan);
        var result = await other;
        ReportProgress();
        return result;
    }

    /// <summary>
    /// Writes what was downloaded. While the store is unavailable it keeps that in memory and retries, so that nothing is downloaded
    /// again: a site would be asked every few seconds until the disk has room.
    /// </summary>
    protected async Task RetryWhileStoreUnavailableAsync(Func<Task> write, CancellationToken cancellationToken)
    {
        for (var written = false; !written;)
        {
            try
            {
                await write();
                written = true;
            }
            catch (Exception exception) when (StoreErrors.Describe(exception) is not null && !cancellationToken.IsCancellationRequested)
            {
                Fail(exception);
                await Task.Delay(PauseAfterFailure, Time, cancellationToken);
                ReportProgress();
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, context.Stopping);
        var stop = either.Token;
        await context.HostStarted(stop);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await RunRoundAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested || context.Stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // One bad round must not stop the service for everyone.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Fail(exception);
                context.Heartbeats.Waiting(Name, PauseAfterFailure);
                await Task.Delay(PauseAfterFailure, Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    Task IHostedLifecycleService.StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    Task IHostedLifecycleService.StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called before any service is stopped, web endpoints included.</summary>
    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => StopAsync(cancellationToken);

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RunRoundAsync(CancellationToken stoppingToken)
    {
        context.Heartbeats.RoundStarted(Name, StallTimeout);
        var mayHaveMore = await RunOnceAsync(stoppingToken);
        context.Heartbeats.RoundEnded(Name);
        context.Store.Succeeded(Name);
        if (!mayHaveMore)
        {
            context.Heartbeats.Waiting(Name, PollInterval);
            await WaitAsync(stoppingToken);
        }
    }

    /// <summary>An unavailable store affects every worker, and is logged once for all of them.</summary>
    private void Fail(Exception exception)
    {
        var storeError = StoreErrors.Describe(exception);
        var isFirst = context.Heartbeats.RoundFailed(Name, storeError ?? exception.Message);
        if (storeError is not null)
        {
            context.Store.Failed(Name, storeError);
        }
        else if (isFirst)
        {
            Log.RoundFailed(context.Logger, Name, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Worker} failed; retrying (repeats suppressed until it succeeds)")]
        public static partial void RoundFailed(ILogger logger, string worker, Exception exception);
    }
}
