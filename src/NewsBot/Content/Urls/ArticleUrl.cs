using System.Text.RegularExpressions;

namespace NewsBot.Content.Urls;

/// <summary>One spelling for the address of an article, so that it is stored once.</summary>
internal static partial class ArticleUrl
{
    /// <summary>
    /// The page's canonical address when it is on the host that answered and names a page, else the address that answered;
    /// without fragment and without the parts of the query that only say where the reader came from.
    /// </summary>
    public static string Of(string? canonical, Uri answered) => Clean(
        Uri.TryCreate(canonical, UriKind.Absolute, out var stated)
        && stated.Scheme is "http" or "https"
        && string.Equals(Host(stated), Host(answered), StringComparison.OrdinalIgnoreCase)
        && (stated.AbsolutePath.Length > 1 || answered.AbsolutePath.Length <= 1)
            ? stated
            : answered);

    /// <summary>The host without "www.".</summary>
    public static string Host(Uri address) => address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;

    private static string Clean(Uri address)
    {
        var query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !Tracking().IsMatch(part));
        var page = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        var kept = string.Join('&', query);
        return kept.Length == 0 ? page : $"{page}?{kept}";
    }

    [GeneratedRegex("^(?:(?:utm|at|pk|mtm|hsa|mc)_[a-z_]+|fbclid|gclid|dclid|msclkid|yclid|igshid|ocid|cmpid|ns_(?:mchannel|source|campaign)|wt_mc|xtor)(?:=|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tracking();
}
