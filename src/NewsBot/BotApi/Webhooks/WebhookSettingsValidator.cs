using System.Text.RegularExpressions;
using NewsBot.BotApi.Updates;

namespace NewsBot.BotApi.Webhooks;

/// <summary>What is wrong with the settings of the webhook, by the rules of https://core.telegram.org/bots/api#setwebhook.</summary>
internal static partial class WebhookSettingsValidator
{
    /// <summary>Where the service takes updates, below its own address.</summary>
    public const string Path = "/telegram/webhook";

    private const string PublicServer = "api.telegram.org";
    private const string Example = $"https://news.example{Path}";
    private static readonly int[] PublicServersPorts = [443, 80, 88, 8443];

    /// <summary>Every mistake, each with the key and what it should be; none while updates are polled.</summary>
    public static IEnumerable<string> Problems(TelegramOptions options)
    {
        if (options.Updates != UpdateDelivery.Webhook)
        {
            return [];
        }

        var isPublic = Uri.TryCreate(options.ApiUrl, UriKind.Absolute, out var server) && server.Host.Equals(PublicServer, StringComparison.OrdinalIgnoreCase);
        return new[] { ProblemOfUrl(options.WebhookUrl, isPublic), ProblemOfSecret(options.WebhookSecret) }.OfType<string>();
    }

    private static string? ProblemOfUrl(string text, bool isPublic)
    {
        if (text.Length == 0)
        {
            return $"Telegram:WebhookUrl is empty: with Telegram:Updates=Webhook it should be the address at which Telegram reaches this service, such as {Example}";
        }

        // The value is not repeated: it may hold a password.
        var wrong = !Uri.TryCreate(text, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
            ? $"it should be a whole address, such as {Example}"
            : isPublic ? ProblemWithPublicServer(url) ?? ProblemOfPath(url) : ProblemOfPath(url);
        return wrong is null ? null : $"Telegram:WebhookUrl cannot be used: {wrong}";
    }

    // A Bot API server of one's own in local mode posts to http and to any port.
    private static string? ProblemWithPublicServer(Uri url) =>
        url.Scheme != Uri.UriSchemeHttps ? $"it should begin with https://, because {PublicServer} posts to nothing else"
        : !PublicServersPorts.Contains(url.Port) ? $"its port should be 443, 80, 88 or 8443, because {PublicServer} posts to no other"
        : null;

    private static string? ProblemOfPath(Uri url) =>
        url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0 || !url.AbsolutePath.EndsWith(Path, StringComparison.Ordinal)
            ? $"it should end in {Path}, which is where this service takes updates"
            : null;

    // The value is a secret and is not repeated.
    private static string? ProblemOfSecret(string secret) => secret.Length == 0 || SecretForm.IsMatch(secret)
        ? null
        : "Telegram:WebhookSecret should be 1 to 256 characters of A-Z, a-z, 0-9, _ and -; leave it out, and one is made from the token";

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,256}\z", RegexOptions.CultureInvariant)]
    private static partial Regex SecretForm { get; }
}
