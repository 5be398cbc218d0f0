using Microsoft.Extensions.Hosting;
using NewsBot.Telemetry;

namespace NewsBot.Storage;

/// <summary>What every <see cref="Loop"/> needs of its host.</summary>
internal sealed class LoopContext(IHostApplicationLifetime lifetime, LoopBeats beats, TimeProvider time, ILogger<Loop> logger)
{
    public LoopBeats Beats => beats;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    public StoreHealth Store { get; } = new(logger);

    /// <summary>Cancelled when the host is told to stop, before any of its services is.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>Completes when the host has started, web endpoints included.</summary>
    public async Task HostStarted(CancellationToken cancellationToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStart = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellationToken);
    }
}
