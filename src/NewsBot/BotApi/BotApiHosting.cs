using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.BotApi.Rendering;
using NewsBot.BotApi.Updates;
using NewsBot.BotApi.Webhooks;
using NewsBot.Commands;
using NewsBot.Hosting;
using NewsBot.Outbox.Sending;
using NewsBot.Telemetry;
using Telegram.Bot;

namespace NewsBot.BotApi;

internal static class BotApiHosting
{
    /// <summary>
    /// The adapter to Telegram: <see cref="IMessenger"/>, and updates into <see cref="InboxUpdate"/> rows. It needs the store, the
    /// <see cref="WorkerContext"/> and a <see cref="TimeProvider"/>; every registered <see cref="CommandMenu"/> is published.
    /// </summary>
    public static IServiceCollection AddBotApi(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
        services.AddTokenRedaction();
        services.TryAddSingleton<BotApiTimeouts>();
        services.AddSingleton(TokenOf);
        services.AddSingleton(ClientOf);
        services.AddSingleton<IMessenger, TelegramMessenger>();
        services.AddSingleton<BotIdentity>();
        services.AddSingleton<CommandMenus>();
        services.AddSingleton<InvalidTokenShutdown>();
        services.AddTransient(_ => new PollBackoff(Random.Shared.NextDouble));
        services.TryAddSingleton<WorkSignal<InboxUpdate>>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<UpdateRequests>();
        services.AddSingleton<UpdateSourceMonitor>();
        services.AddSingleton<WebhookSecret>();
        services.AddSingleton<WebhookRejectionLog>();
        services.AddSingleton<WebhookReceiver>();
        services.AddSingleton<UpdateHandler>();
        services.AddWorker<BotIntroductionWorker>();
        services.AddWorker(nameof(UpdateDelivery), CreateReceiver);
        services.AddWorker<InboxPruningWorker>();
        return services;
    }

    /// <summary>From <see cref="InboxUpdate"/> rows to the commands.</summary>
    public static IServiceCollection AddUpdateHandling(this IServiceCollection services) => services.AddWorker<UpdateHandlingWorker>();

    private static Worker CreateReceiver(IServiceProvider services) =>
        services.GetRequiredService<IOptions<TelegramOptions>>().Value.Updates == UpdateDelivery.Webhook
            ? ActivatorUtilities.CreateInstance<WebhookWorker>(services)
            : ActivatorUtilities.CreateInstance<UpdatePollingWorker>(services);

    private static BotToken TokenOf(IServiceProvider services) =>
        BotToken.Read(services.GetRequiredService<IOptions<TelegramOptions>>().Value, out var problem)
        ?? throw new InvalidOperationException(problem);

    private static ITelegramBotClient ClientOf(IServiceProvider services)
    {
        var timeouts = services.GetRequiredService<BotApiTimeouts>();
        var apiUrl = services.GetRequiredService<IOptions<TelegramOptions>>().Value.ApiUrl;
        var options = new TelegramBotClientOptions(services.GetRequiredService<BotToken>().Value, apiUrl)
        {
            RetryThreshold = 0, // the pacer obeys 429, and a repeated send could be a second message
        };
        return new TelegramBotClient(options, BotApiHttpClients.Open(timeouts.Send, timeouts, services.GetRequiredService<TimeProvider>()));
    }
}
