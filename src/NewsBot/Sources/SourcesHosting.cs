using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Fetching;
using NewsBot.Hosting;
using NewsBot.Sources.Discovery;
using NewsBot.Sources.Polling;

namespace NewsBot.Sources;

internal static class SourcesHosting
{
    /// <summary>
    /// Polling and discovery of sources. Needs the store and the <see cref="WorkerContext"/>;
    /// <see cref="SourceSeeder.SeedAsync(CancellationToken)"/> is for the host to call before it starts.
    /// </summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddOptions<SourceOptions>().BindConfiguration(SourceOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AddressGuard>();
        services.AddSingleton<HostRateLimiter>();
        services.AddSingleton<HostBackoff>();
        services.AddSingleton<Fetcher>();
        services.AddSingleton(provider => new PollSchedule(provider.GetRequiredService<IOptions<SourceOptions>>(), Random.Shared));
        services.AddSingleton<SourceStateUpdater>();
        services.AddSingleton<DueSources>();
        services.AddSingleton<SitemapFetcher>();
        services.AddSingleton<SourcePoller>();
        services.AddSingleton<SourceSeeder>();
        services.AddSingleton<SourceDiscovery>();
        services.AddWorker<SourcePollingWorker>();
        return services;
    }
}
