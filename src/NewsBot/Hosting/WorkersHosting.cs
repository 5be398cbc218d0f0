namespace NewsBot.Hosting;

internal static class WorkersHosting
{
    /// <summary>What every <see cref="Worker"/> shares: the signals that wake it, its heartbeats, and its context.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services) => services
        .AddSingleton(typeof(WorkSignal<>))
        .AddSingleton<Heartbeats>()
        .AddSingleton<WorkerContext>();
}
