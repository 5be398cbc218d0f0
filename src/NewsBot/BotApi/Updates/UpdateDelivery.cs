namespace NewsBot.BotApi.Updates;

/// <summary>How updates come from Telegram.</summary>
internal enum UpdateDelivery
{
    /// <summary>NewsBot asks for them; it needs no address of its own.</summary>
    Polling,

    /// <summary>Telegram posts them to <see cref="TelegramOptions.WebhookUrl"/>.</summary>
    Webhook,
}
