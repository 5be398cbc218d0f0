using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsBot.Hosting;

internal static class WorkersHosting
{
    /// <summary>What all workers share: the signals that wake them, their heartbeats, and their context.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services)
    {
        services.TryAddSingleton(typeof(WorkSignal<>));
        services.TryAddSingleton<Heartbeats>();
        services.TryAddSingleton<WorkerContext>();
        return services;
    }

    /// <summary>A worker as a hosted service, with its health check.</summary>
    public static IServiceCollection AddWorker<TWorker>(this IServiceCollection services)
        where TWorker : Worker =>
        services.AddWorker(typeof(TWorker).Name, provider => ActivatorUtilities.CreateInstance<TWorker>(provider));

    /// <summary>The same for a worker whose type the settings decide.</summary>
    /// <param name="name">Name of the health check, unique among them.</param>
    public static IServiceCollection AddWorker(this IServiceCollection services, string name, Func<IServiceProvider, Worker> create)
    {
        services.AddKeyedSingleton(name, (provider, _) => create(provider));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<Worker>(name));
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            name,
            provider => new WorkerHealthCheck(provider.GetRequiredKeyedService<Worker>(name), provider.GetRequiredService<Heartbeats>()),
            failureStatus: null,
            tags: [WorkerHealthCheck.Key]));
        return services;
    }
}
