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
}
