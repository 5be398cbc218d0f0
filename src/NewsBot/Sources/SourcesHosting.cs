using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Sources.Discovery;
using NewsBot.Sources.Fetching;
using NewsBot.Sources.Lists;
using NewsBot.Sources.Polling;

namespace NewsBot.Sources;

internal static class SourcesHosting
{
    /// <summary>
    /// The watching of sources. Needs <see cref="SourceOptions"/>, the store and its doorbells;
    /// <see cref="SourceSeeding.SeedAsync(CancellationToken)"/> is for the host to call before it starts.
    /// </summary>
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<AddressGuard>();
        services.AddSingleton<HostTurns>();
        services.AddSingleton<HostPauses>();
        services.AddSingleton<Fetcher>();
        services.AddSingleton(provider => new PollSchedule(provider.GetRequiredService<IOptions<SourceOptions>>(), Random.Shared));
        services.AddSingleton<SourceJudge>();
        services.AddSingleton<DueSources>();
        services.AddSingleton<SitemapWalk>();
        services.AddSingleton<SourceCheck>();
        services.AddSingleton<SourceSeeding>();
        services.AddSingleton<SourceDiscovery>();
        services.AddHostedService<SourcePollingLoop>();
        return services;
    }
}
