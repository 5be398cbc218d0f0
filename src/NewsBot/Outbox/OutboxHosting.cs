using Microsoft.Extensions.Options;

namespace NewsBot.Outbox;

internal static class OutboxHosting
{
    /// <summary>From a match to the chats. Needs an <see cref="IMessenger"/>.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<WordingWriter>()
        .AddSingleton<VolumeGuard>()
        .AddSingleton<FanOut>()
        .AddHostedService<FanOutLoop>()
        .AddSingleton<StoryEdits>()
        .AddHostedService<StoryEditLoop>()
        .AddSingleton<SendHolds>()
        .AddSingleton(provider => new SendPacer(
            provider.GetRequiredService<IOptions<SendLimits>>().Value,
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<SendTraffic>()
        .AddSingleton<DeliveryClaims>()
        .AddSingleton<OutcomeEffects>()
        .AddSingleton<DeliveryLedger>()
        .AddSingleton<DeliveryPruning>()
        .AddHostedService<DeliveryPruningLoop>()
        .AddSingleton<TroubleNotices>()
        .AddHostedService<TroubleLoop>()
        .AddHostedService<SendingLoop>();
}
