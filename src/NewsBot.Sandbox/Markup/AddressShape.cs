using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Sandbox.Markup;

/// <summary>Whether what stands around a dot has the shape of an address, and where it ends.</summary>
internal static partial class AddressShape
{
    // Telegram knows all of them; these are enough to try a bot. After a scheme any will do.
    private static readonly HashSet<string> TopLevelDomains =
        ["com", "org", "net", "info", "io", "example", "uk", "ua", "de", "es", "fr", "kr", "eu", "news"];

    /// <summary>The url or email, with its place in the given text; null for neither.</summary>
    public static MessageEntity? Entity(string address)
    {
        var mail = address.StartsWith("mailto:", StringComparison.Ordinal) && Email().IsMatch(address["mailto:".Length..]) ? "mailto:".Length : 0;
        if (mail > 0 || Email().IsMatch(address))
        {
            return new MessageEntity("email", mail, address.Length - mail);
        }
        var scheme = Scheme().Match(address).Length;
        var path = address.IndexOfAny(['/', '?', '#'], scheme) is >= 0 and var found ? found : address.Length;
        return IsDomain(Domain(address[scheme..path]), scheme > 0) ? new MessageEntity("url", 0, path + PathLength(address[path..])) : null;
    }

    // What stands before the first @ is a user, what stands after the last colon a port.
    private static string Domain(string authority)
    {
        var host = authority[(authority.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return host.LastIndexOf(':') is >= 0 and var colon ? host[..colon] : host;
    }

    private static bool IsDomain(string domain, bool hasScheme)
    {
        var labels = domain.Split('.');
        if (labels.Length == 1 || domain.Equals("teiegram.org", StringComparison.OrdinalIgnoreCase)
            || labels.Any(label => Encoding.UTF8.GetByteCount(label) is 0 or >= 64 || label.EndsWith('-')))
        {
            return false;
        }
        return Ipv4().IsMatch(domain)
            || (domain.Any(character => !char.IsAsciiDigit(character) && character != '.') && !labels[^2].Contains('_', StringComparison.Ordinal) && IsTop(labels[^1], hasScheme));
    }

    private static bool IsTop(string label, bool hasScheme) => label.StartsWith("xn--", StringComparison.Ordinal)
        ? Punycode().IsMatch(label)
        : label.EnumerateRunes().Count() > 1 && label.IndexOfAny(['_', '-']) < 0 && (hasScheme || IsKnown(label));

    // "Com" and "COM" are as good as "com", and "cOM" is none.
    public static bool IsKnown(string label) =>
        TopLevelDomains.Contains(label) || (char.IsUpper(label[0]) && TopLevelDomains.Contains(label.ToLowerInvariant()));

    /// <summary>Up to the first bracket that closes what the path has not opened, and without the signs that end a sentence.</summary>
    private static int PathLength(string path)
    {
        var depths = new int[3];
        var length = 0;
        while (length < path.Length && IsBalanced(depths, path[length]))
        {
            length++;
        }
        while (length > 0 && ".:;,('?!`".Contains(path[length - 1], StringComparison.Ordinal))
        {
            length--;
        }
        return length;
    }

    private static bool IsBalanced(int[] depths, char character)
    {
        if ("([{".IndexOf(character, StringComparison.Ordinal) is >= 0 and var opened)
        {
            depths[opened]++;
        }
        return ")]}".IndexOf(character, StringComparison.Ordinal) is not (>= 0 and var closed) || --depths[closed] >= 0;
    }

    [GeneratedRegex(@"\A(?:https?|ftp|tonsite)://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\A(?:[A-Za-z0-9_-]{0,26}[.+]){0,10}[A-Za-z0-9_-]{1,35}@(?:(?:[A-Za-z0-9][A-Za-z0-9_-]{0,28})?[A-Za-z0-9]\.){1,6}[A-Za-z]{2,8}\z")]
    private static partial Regex Email();

    [GeneratedRegex(@"\A(?:(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])(?:\.|\z)){4}(?<!\.)\z")]
    private static partial Regex Ipv4();

    [GeneratedRegex(@"\Axn--[A-Za-z0-9]{2,}\z")]
    private static partial Regex Punycode();
}
