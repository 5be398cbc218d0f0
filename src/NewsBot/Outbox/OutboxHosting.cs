using Microsoft.Extensions.Options;
using NewsBot.Outbox.Alerts;
using NewsBot.Outbox.Pushes;
using NewsBot.Outbox.Sending;

namespace NewsBot.Outbox;

internal static class OutboxHosting
{
    /// <summary>From a match to the chats. Needs an <see cref="IMessenger"/>.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<PushContentWriter>()
        .AddSingleton<PushThrottle>()
        .AddSingleton<FanOut>()
        .AddHostedService<FanOutWorker>()
        .AddSingleton<StoryEdits>()
        .AddHostedService<StoryEditWorker>()
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
        .AddHostedService<DeliveryExpiryWorker>()
        .AddSingleton<DeliveryPruning>()
        .AddHostedService<DeliveryPruningWorker>()
        .AddSingleton<SourceAlerts>()
        .AddHostedService<SourceAlertWorker>()
        .AddHostedService<SendingWorker>();
}
