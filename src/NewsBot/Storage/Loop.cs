using Microsoft.Extensions.Hosting;
using NewsBot.Telemetry;

namespace NewsBot.Storage;

/// <summary>
/// The form of every loop of the service: look for work, do it, wait for the doorbell. It starts when the host has started
/// (its own web endpoints answer then), tells /readyz what it does, and outlives a failing round: the store may be locked or full for a while.
/// </summary>
internal abstract partial class Loop(LoopContext context) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    /// <summary>What it is called in /readyz and the log.</summary>
    public string Name => GetType().Name;

    protected TimeProvider Time => context.Time;

    protected ILogger Logger => context.Logger;

    /// <summary>The longest pause between two rounds, in which a doorbell may have been missed.</summary>
    protected virtual TimeSpan Patience => TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest time within a round without a <see cref="Beat"/>; beyond it the loop counts as stuck. A statement that meets a
    /// locked store gives up after half a minute, and a round has a handful of them.
    /// </summary>
    protected virtual TimeSpan LongestSilence => TimeSpan.FromMinutes(2);

    /// <summary>One round. Returns true when there may be more to do at once, false to wait.</summary>
    protected abstract Task<bool> RunOnceAsync(CancellationToken cancellationToken);

    /// <summary>Waits for the doorbell of this loop.</summary>
    protected abstract Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>A sign of life from within a round of many parts, when one of them is done.</summary>
    protected void Beat() => context.Beats.Works(Name, LongestSilence);

    /// <summary>Waits within a round for what another loop finds out, which may take for ever and is no fault of this one.</summary>
    protected async Task<T> IdleAsync<T>(Task<T> other)
    {
        context.Beats.Waits(Name, Timeout.InfiniteTimeSpan);
        var result = await other;
        Beat();
        return result;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await context.HostStarted(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TurnAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A loop that dies of one bad round would stop the service for everyone.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (context.Beats.Failed(Name, exception.Message))
                {
                    Log.RoundFailed(context.Logger, Name, exception);
                }

                context.Beats.Waits(Name, PauseAfterFailure);
                await Task.Delay(PauseAfterFailure, Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task TurnAsync(CancellationToken stoppingToken)
    {
        context.Beats.Begins(Name, LongestSilence);
        var mayHaveMore = await RunOnceAsync(stoppingToken);
        context.Beats.Ends(Name);
        if (!mayHaveMore)
        {
            context.Beats.Waits(Name, Patience);
            await WaitAsync(stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Loop} failed and tries again; this is said once until it works")]
        public static partial void RoundFailed(ILogger logger, string loop, Exception exception);
    }
}
