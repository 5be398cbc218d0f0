using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Outbox.Alerts;
using NewsBot.Outbox.Pushes;
using NewsBot.Outbox.Sending;

namespace NewsBot.Outbox;

internal static class OutboxHosting
{
    /// <summary>From a match to the chats. Needs an <see cref="IMessenger"/>.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<SendLimits>().BindConfiguration(SendLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<PushContentWriter>()
            .AddSingleton<PushThrottle>()
            .AddSingleton<FanOut>()
            .AddWorker<FanOutWorker>()
            .AddSingleton<StoryEdits>()
            .AddWorker<StoryEditWorker>()
            .AddSingleton<SendHolds>()
            .AddSingleton(provider => new SendPacer(
                provider.GetRequiredService<IOptions<SendLimits>>().Value,
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<SendGate>()
            .AddSingleton<DeliveryClaims>()
            .AddSingleton<DeliveryOutcomeHandler>()
            .AddSingleton<DeliveryOutcomeWriter>()
            .AddSingleton<DeliverySender>()
            .AddSingleton<DeliveryExpiry>()
            .AddWorker<DeliveryExpiryWorker>()
            .AddSingleton<DeliveryPruning>()
            .AddWorker<DeliveryPruningWorker>()
            .AddSingleton<SourceAlerts>()
            .AddWorker<SourceAlertWorker>()
            .AddWorker<SendingWorker>();
    }
}
