using System.Text.RegularExpressions;
using NewsBot.Sandbox.BotApi;

namespace NewsBot.Sandbox.Updates;

/// <summary>Where updates are posted. Like a Bot API server in local mode the Sandbox takes http and any port, but this machine alone.</summary>
internal sealed partial record WebhookTarget(string Url, string? Secret, int MaxConnections)
{
    private const int MaxSecret = 256;
    private const int DefaultConnections = 40;
    private const int MostConnections = 100;

    /// <param name="origin">The only scheme, host and port to take; null for any of this machine's.</param>
    public static WebhookTarget Read(string url, string? secret, int? connections, Uri? origin)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw CallRefusedException.BadRequest("invalid webhook URL specified");
        }
        if (!address.IsLoopback || (address.HostNameType is UriHostNameType.Dns && !address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)))
        {
            throw CallRefusedException.BadRequest("bad webhook: the Sandbox delivers to this machine alone");
        }
        if (origin is not null && address.GetLeftPart(UriPartial.Authority) != origin.GetLeftPart(UriPartial.Authority))
        {
            throw CallRefusedException.BadRequest($"bad webhook: this Sandbox delivers to {origin.GetLeftPart(UriPartial.Authority)} alone");
        }
        if (secret?.Length > MaxSecret)
        {
            throw CallRefusedException.BadRequest("secret token is too long");
        }
        return secret is null || SecretForm().IsMatch(secret)
            ? new WebhookTarget(url, string.IsNullOrEmpty(secret) ? null : secret, Math.Clamp(connections ?? DefaultConnections, 1, MostConnections))
            : throw CallRefusedException.BadRequest("secret token contains unallowed characters");
    }

    [GeneratedRegex("^[A-Za-z0-9_-]*$")]
    private static partial Regex SecretForm();
}
