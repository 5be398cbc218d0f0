using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace NewsBot.Sandbox.Markup;

/// <summary>Which addresses Telegram keeps as links. A bad one is no error: the text stays and the link vanishes.</summary>
internal static partial class LinkAddress
{
    /// <summary>The address as Telegram writes it back, or null for javascript:, ftp:, a host without a dot ("localhost") and the like.
    /// An IP address counts as a host; tg:// is kept as it is.</summary>
    public static string? Check(string address)
    {
        var trimmed = address.Trim();
        if (trimmed.StartsWith("tg://", StringComparison.OrdinalIgnoreCase))
        {
            return trimmed.Length > "tg://".Length ? trimmed : null;
        }
        var match = WebAddress().Match(trimmed);
        if (!match.Success || !IsHost(match.Groups["host"].Value) || !IsPort(match.Groups["port"].Value))
        {
            return null;
        }
        var scheme = match.Groups["scheme"].Success ? match.Groups["scheme"].Value.ToLowerInvariant() : "http";
        var host = match.Groups["host"].Value.ToLowerInvariant();
        var rest = match.Groups["rest"].Value.Replace(" ", "%20", StringComparison.Ordinal);
        return $"{scheme}://{match.Groups["user"].Value}{host}{match.Groups["port"].Value}{(rest.StartsWith('/') ? "" : "/")}{rest}";
    }

    /// <summary>The person of tg://user?id=….</summary>
    public static long? MentionedUser(string address) =>
        Mention().Match(address) is { Success: true } match && long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static bool IsHost(string host) =>
        (host.StartsWith('[') && IPAddress.TryParse(host.Trim('[', ']'), out _))
        || (host.Contains('.', StringComparison.Ordinal) && !host.StartsWith('.'));

    private static bool IsPort(string port) =>
        port.Length == 0 || (int.TryParse(port.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65_535);

    [GeneratedRegex(@"^(?:(?<scheme>https?)://)?(?<user>[^/?#@\s]*@)?(?<host>\[[0-9a-f:.]+\]|[\p{L}\p{N}\p{M}._-]+)(?<port>:[0-9]{1,5})?(?<rest>[/?#].*)?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex WebAddress();

    [GeneratedRegex("^tg://user/?\\?id=([0-9]{1,15})$", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();
}
