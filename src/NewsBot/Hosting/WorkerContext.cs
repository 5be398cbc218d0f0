using NewsBot.Storage;

namespace NewsBot.Hosting;

/// <summary>What every <see cref="Worker"/> needs from its host.</summary>
internal sealed class WorkerContext(IHostApplicationLifetime lifetime, Heartbeats heartbeats, TimeProvider time, ILogger<Worker> logger)
{
    public Heartbeats Heartbeats => heartbeats;

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
