using NewsBot.BotApi.Updates;
using NewsBot.BotApi.Webhooks;

namespace NewsBot.BotApi;

/// <summary>Settings under <c>Telegram</c> about the connection.</summary>
internal sealed class TelegramOptions
{
    public const string Section = "Telegram";

    /// <summary>The bot's token from BotFather. A secret.</summary>
    public string Token { get; set; } = "";

    /// <summary>A file that holds the token alone (Docker and systemd secrets).</summary>
    public string TokenFile { get; set; } = "";

    /// <summary>The Bot API server: scheme, host and port.</summary>
    public string ApiUrl { get; set; } = "https://api.telegram.org";

    /// <summary>How updates come.</summary>
    public UpdateDelivery Updates { get; set; }

    /// <summary>Where Telegram reaches <see cref="WebhookSettingsValidator.Path"/> of this service, when updates come by webhook.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>What Telegram sends with each post to the webhook: 1 to 256 characters of A-Z, a-z, 0-9, _ and -. Empty makes one from the token. A secret.</summary>
    public string WebhookSecret { get; set; } = "";
}
