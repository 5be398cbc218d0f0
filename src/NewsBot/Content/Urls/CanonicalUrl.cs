using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Content.Urls;

/// <summary>One spelling for the addresses of one page.</summary>
internal static partial class CanonicalUrl
{
    private static readonly TrackingParameters Tracking = Read();
    private static readonly FrozenSet<string> TrackingNames = Tracking.Names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Without the fragment and without the parts of the query that only say where the reader came from.</summary>
    public static string Of(Uri address) => Of(address, UriComponents.SchemeAndServer);

    /// <summary>
    /// As <see cref="Of(Uri)"/>, without the scheme, "www." and a slash at the end: equal for the addresses that a site changes between when it
    /// moves to https or another host name. For comparing, not for opening.
    /// </summary>
    public static string Key(Uri address)
    {
        var url = Of(address, UriComponents.Host | UriComponents.Port).TrimEnd('/');
        return url.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url[4..] : url;
    }

    /// <summary>
    /// The page's canonical address when it is on the host that answered and names a page, else the address that answered.
    /// </summary>
    /// <param name="canonical">What the page states, or null.</param>
    /// <param name="answered">The address that answered.</param>
    public static string OfPage(string? canonical, Uri answered) => Of(
        Uri.TryCreate(canonical, UriKind.Absolute, out var stated)
        && stated.Scheme is "http" or "https"
        && string.Equals(HostName(stated), HostName(answered), StringComparison.OrdinalIgnoreCase)
        && (stated.AbsolutePath.Length > 1 || answered.AbsolutePath.Length <= 1)
            ? stated
            : answered);

    /// <summary>The host without "www.".</summary>
    public static string HostName(Uri address) => address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;

    private static string Of(Uri address, UriComponents server)
    {
        var path = address.GetComponents(server | UriComponents.Path, UriFormat.UriEscaped);
        if (address.Query.Length <= 1)
        {
            return path;
        }

        var query = string.Join('&', address.Query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !IsTracking(part)));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private static bool IsTracking(string part)
    {
        var name = part.Split('=')[0];
        return TrackingNames.Contains(name) || Tracking.Prefixes.Exists(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }

    private static TrackingParameters Read()
    {
        using var file = typeof(CanonicalUrl).Assembly.GetManifestResourceStream("NewsBot.Content.Urls.tracking-parameters.json")!;
        return JsonSerializer.Deserialize(file, UrlJson.Default.TrackingParameters)!;
    }

    /// <summary>Names, and beginnings of names, of parts of a query.</summary>
    internal sealed record TrackingParameters(List<string> Prefixes, List<string> Names);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(TrackingParameters))]
    private sealed partial class UrlJson : JsonSerializerContext;
}
