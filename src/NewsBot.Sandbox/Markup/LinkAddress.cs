using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace NewsBot.Sandbox.Markup;

/// <summary>Which addresses Telegram keeps as links. A bad one is no error: the text stays and the link vanishes.</summary>
internal static partial class LinkAddress
{
    // Telegram counts a person's number in 40 bits.
    private const long LargestUser = (1L << 40) - 1;

    /// <summary>The address as Telegram writes it back, or null for javascript:, ftp:, a host without a dot ("localhost") and the like.
    /// An IP address counts as a host; what tg:, ton: and tonsite: name is kept.</summary>
    public static string? Check(string address)
    {
        var inside = InsideAddress().Match(address);
        var match = WebAddress().Match(address[inside.Length..]);
        if (!match.Success || !IsPort(match.Groups["port"].Value))
        {
            return null;
        }
        var (host, rest) = (HtmlStartTag.AsciiLower(match.Groups["host"].Value), Rest(match.Groups["rest"].Value));
        if (inside.Success)
        {
            return OfTelegram(HtmlStartTag.AsciiLower(inside.Groups["scheme"].Value), host, rest, match);
        }
        return IsHost(host) ? $"{Scheme(match)}://{User(match)}{host}{Port(match)}{rest}" : null;
    }

    /// <summary>The person of tg://user?id=….</summary>
    public static long? MentionedUser(string address)
    {
        var query = PersonAddress().Match(address).Groups["query"].Value.Split('#')[0];
        var id = HtmlStartTag.AsciiLower(query).Split('&').Select(pair => pair.Split('=', 2)).FirstOrDefault(pair => pair[0] == "id");
        return id is [_, var text] && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var user) && user is > 0 and <= LargestUser && text == $"{user}"
            ? user
            : null;
    }

    private static string? OfTelegram(string scheme, string host, string rest, Match match)
    {
        var isAllowed = host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' || (scheme == "tonsite" && letter == '.'));
        return isAllowed && !match.Groups["scheme"].Success && match.Groups["user"].Length == 0 && Port(match).Length == 0
            ? $"{scheme}://{host}{(rest.StartsWith("/?", StringComparison.Ordinal) ? rest[1..] : rest)}"
            : null;
    }

    private static string Scheme(Match match) => match.Groups["scheme"].Success ? HtmlStartTag.AsciiLower(match.Groups["scheme"].Value) : "http";

    private static string User(Match match) => match.Groups["user"].Length > 0 ? match.Groups["user"].Value + "@" : "";

    private static string Port(Match match) => match.Groups["port"].Success ? ":" + match.Groups["port"].Value.TrimStart('0') : "";

    private static string Rest(string rest)
    {
        var trimmed = rest.TrimEnd(' ', '\t', '\r', '\n', '\v', '\0');
        return string.Concat(((string[])[trimmed.StartsWith('/') ? "" : "/", .. trimmed.Select(letter => letter <= ' ' ? $"%{(int)letter:X2}" : $"{letter}")]));
    }

    private static bool IsHost(string host) => host.StartsWith('[')
        ? IPAddress.TryParse(host.AsSpan(1, host.Length - 2), out var ip) && ip.AddressFamily == AddressFamily.InterNetworkV6
        : host.Contains('.', StringComparison.Ordinal) && host != ".";

    private static bool IsPort(string port) =>
        port.Length == 0 || (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 65_535);

    [GeneratedRegex("^(?<scheme>tg|ton|tonsite):(?://)?", RegexOptions.IgnoreCase)]
    private static partial Regex InsideAddress();

    // RFC 3986's letters of a host and of what stands before its @, and any beyond ASCII.
    [GeneratedRegex(@"\A(?:(?<scheme>https?)://)?(?:(?<user>(?:[A-Za-z0-9.\-_!$,~*'();&+=:\u0080-\uFFFF]|%[0-9A-Fa-f]{2})*)@)?(?<host>\[[0-9A-Fa-f:.]+\]|(?:[A-Za-z0-9.\-_!$,~*'();&+=\u0080-\uFFFF]|%[0-9A-Fa-f]{2})+)(?::(?<port>[0-9]+))?(?<rest>[/?#].*)?\z", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"^tg:(?://)?user/?\?(?<query>[^\n]*)", RegexOptions.IgnoreCase)]
    private static partial Regex PersonAddress();
}
