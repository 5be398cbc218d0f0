using NewsBot.Hosting;

namespace NewsBot.Broadcasts;

internal static class BroadcastsHosting
{
    /// <summary>From a draft that was sent to the report.</summary>
    public static IServiceCollection AddBroadcasts(this IServiceCollection services)
    {
        services.AddOptions<BroadcastOptions>().BindConfiguration(BroadcastOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<BroadcastProgress>().AddSingleton<BroadcastSteps>().AddWorker<BroadcastWorker>();
    }
}
