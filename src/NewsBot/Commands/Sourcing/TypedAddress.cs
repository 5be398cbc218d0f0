using System.Text.RegularExpressions;

namespace NewsBot.Commands.Sourcing;

/// <summary>Web addresses as people write them.</summary>
internal static partial class TypedAddress
{
    private const int Longest = 2_000;

    /// <summary>The address, with https where no scheme is written; null where it is none.</summary>
    public static Uri? Of(string written)
    {
        var text = written.Trim().Trim('<', '>');
        if (text.Length is 0 or > Longest || text.Any(char.IsWhiteSpace))
        {
            return null;
        }

        var whole = text.Contains("://", StringComparison.Ordinal) ? text : $"https://{text}";
        return Uri.TryCreate(whole, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && (address.Host.Contains('.', StringComparison.Ordinal) || whole == text)
            ? new UriBuilder(address) { UserName = "", Password = "", Fragment = "" }.Uri
            : null;
    }

    /// <summary>Whether a text is an address beyond doubt: a topic may look like a host alone, such as node.js.</summary>
    public static bool IsCertain(string text) => Certain.IsMatch(text.Trim()) && Of(text) is not null;

    /// <summary>As it is shown: without the scheme that everybody knows.</summary>
    public static string Shown(Uri address) =>
        address.Scheme != Uri.UriSchemeHttps ? address.AbsoluteUri
        : address.PathAndQuery == "/" ? address.Authority
        : address.Authority + address.PathAndQuery;

    [GeneratedRegex(@"\A(?:https?://|www\.)\S+\z|\A[\w-]+(?:\.[\w-]+)+/\S*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Certain { get; }
}
