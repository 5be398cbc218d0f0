namespace NewsBot.Content.Urls;

/// <summary>One spelling for the addresses of one page.</summary>
internal static class CanonicalUrl
{
    private static readonly string[] TrackingPrefixes = ["utm_", "at_", "pk_", "mtm_", "hsa_"];

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ocid", "cmpid", "ns_mchannel", "ns_source", "ns_campaign", "wt_mc", "xtor",
    };

    /// <summary>Without the fragment and without the parts of the query that only say where the reader came from.</summary>
    public static string Of(Uri address)
    {
        var query = address.Query.TrimStart('?').Split('&').Where(part => part.Length > 0 && !IsTracking(part)).ToList();
        var path = address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static bool IsTracking(string part)
    {
        var name = part.Split('=')[0];
        return Tracking.Contains(name) || Array.Exists(TrackingPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
