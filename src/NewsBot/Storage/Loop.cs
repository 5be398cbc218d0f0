using Microsoft.Extensions.Hosting;
using NewsBot.Telemetry;

namespace NewsBot.Storage;

/// <summary>
/// The form of every loop of the service: look for work, do it, wait for the doorbell. It starts when the host has started
/// (its own web endpoints answer then), beats for /readyz, and outlives a failing round: the store may be locked or full for a while.
/// </summary>
internal abstract partial class Loop(LoopContext context) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    protected TimeProvider Time => context.Time;

    protected ILogger Logger => context.Logger;

    /// <summary>The longest pause between two rounds, in which a doorbell may have been missed.</summary>
    protected virtual TimeSpan Patience => TimeSpan.FromSeconds(1);

    /// <summary>One round. Returns true when there may be more to do at once, false to wait.</summary>
    protected abstract Task<bool> RunOnceAsync(CancellationToken cancellationToken);

    /// <summary>Waits for the doorbell of this loop.</summary>
    protected abstract Task WaitAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var name = GetType().Name;
        await context.HostStarted(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                context.Beats.Beat(name, Patience);
                if (!await RunOnceAsync(stoppingToken))
                {
                    await WaitAsync(stoppingToken);
                }

                context.Beats.Recovered(name);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A loop that dies of one bad round would stop the service for everyone.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (context.Beats.Failed(name, exception.Message))
                {
                    Log.RoundFailed(context.Logger, name, exception);
                }

                await Task.Delay(PauseAfterFailure, Time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Loop} failed and tries again; this is said once until it works")]
        public static partial void RoundFailed(ILogger logger, string loop, Exception exception);
    }
}
