using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsBot.Hosting;

/// <summary>
/// One worker's health check: healthy while it is idle or working, unhealthy once it has ended and only a restart helps, degraded
/// otherwise. The <see cref="WorkerHealth"/> itself is in the result's data under <see cref="Key"/>.
/// </summary>
internal sealed class WorkerHealthCheck(Worker worker, Heartbeats heartbeats) : IHealthCheck
{
    /// <summary>Tag of these checks, and key of their data.</summary>
    public const string Key = "worker";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = WorkerHealth.Of(worker, heartbeats);
        return Task.FromResult(new HealthCheckResult(StatusOf(health.State), health.Why, data: new Dictionary<string, object> { [Key] = health }));
    }

    private static HealthStatus StatusOf(WorkerState state) => state switch
    {
        WorkerState.Idle or WorkerState.Working => HealthStatus.Healthy,
        WorkerState.Ended => HealthStatus.Unhealthy,
        _ => HealthStatus.Degraded,
    };
}
