using Microsoft.Extensions.Hosting;
using NewsBot.Storage;

namespace NewsBot.Hosting;

/// <summary>
/// The form of every loop of the service: look for work, do it, wait for the doorbell. It starts when the host has started and has
/// stopped before the host's own web endpoints do (the trial mode's Telegram is one of them), tells /readyz what it does, and outlives
/// a failing round: the store may be locked or full for a while.
/// </summary>
internal abstract partial class Worker(WorkerContext context) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    /// <summary>What it is called in /readyz and the log.</summary>
    public string Name => GetType().Name;

    protected TimeProvider Time => context.Time;

    protected ILogger Logger => context.Logger;

    /// <summary>Cancelled when the host is told to stop: what fails from then on is no trouble to tell of.</summary>
    protected CancellationToken Stopping => context.Stopping;

    /// <summary>The longest pause between two rounds, in which a doorbell may have been missed.</summary>
    protected virtual TimeSpan PollInterval => TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest time within a round without a <see cref="ReportProgress"/>; beyond it the loop counts as stuck. A statement that meets a
    /// locked store gives up after seconds, and a round has a handful of them.
    /// </summary>
    protected virtual TimeSpan StallTimeout => TimeSpan.FromMinutes(2);

    /// <summary>One round. Returns true when there may be more to do at once, false to wait.</summary>
    protected abstract Task<bool> RunOnceAsync(CancellationToken cancellationToken);

    /// <summary>Waits for the doorbell of this loop.</summary>
    protected abstract Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>A sign of life from within a round of many parts, when one of them is done.</summary>
    protected void ReportProgress() => context.Heartbeats.Progressed(Name, StallTimeout);

    /// <summary>Waits within a round for what another loop finds out, which may take for ever and is no fault of this one.</summary>
    protected async Task<T> WaitForAsync<T>(Task<T> other)
    {
        context.Heartbeats.Waiting(Name, Timeout.InfiniteTimeSpan);
        var result = await other;
        ReportProgress();
        return result;
    }

    /// <summary>
    /// Writes what came from outside. While the store is in trouble it waits with that in hand, so that nobody is asked for it again:
    /// a site would be asked every few seconds until the disk has room.
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
#pragma warning disable CA1031 // A loop that dies of one bad round would stop the service for everyone.
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

    /// <summary>Comes before any service is stopped, web endpoints included.</summary>
    Task IHostedLifecycleService.StoppingAsync(CancellationToken cancellationToken) => StopAsync(cancellationToken);

    Task IHostedLifecycleService.StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RunRoundAsync(CancellationToken stoppingToken)
    {
        context.Heartbeats.RoundStarted(Name, StallTimeout);
        var mayHaveMore = await RunOnceAsync(stoppingToken);
        context.Heartbeats.RoundEnded(Name);
        context.Store.Works(Name);
        if (!mayHaveMore)
        {
            context.Heartbeats.Waiting(Name, PollInterval);
            await WaitAsync(stoppingToken);
        }
    }

    /// <summary>Trouble of the store is everybody's, and told once for all loops.</summary>
    private void Fail(Exception exception)
    {
        var trouble = StoreErrors.Describe(exception);
        var isFirst = context.Heartbeats.RoundFailed(Name, trouble ?? exception.Message);
        if (trouble is not null)
        {
            context.Store.Failed(Name, trouble);
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
