using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace NewsBot.BotApi.Webhooks;

/// <summary>What Telegram sends with each post to the webhook, so that nobody else's is taken.</summary>
internal sealed class WebhookSecret
{
    private readonly byte[] hash;

    public WebhookSecret(BotToken token, IOptions<TelegramOptions> options)
    {
        // Who does not have the token cannot make it, and it is the same after a restart without being stored.
        Value = options.Value.WebhookSecret is { Length: > 0 } chosen
            ? chosen
            : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token.Value), "NewsBot webhook"u8));
        hash = HashOf(Value);
    }

    /// <summary>The secret itself, for setWebhook only.</summary>
    public string Value { get; }

    /// <summary>Takes the same time wherever the two differ, and whatever their lengths.</summary>
    public bool Is(string given) => CryptographicOperations.FixedTimeEquals(hash, HashOf(given));

    public override string ToString() => "webhook secret";

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
