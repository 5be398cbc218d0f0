using System.Net;
using System.Text;
using NewsBot.Sources;

namespace NewsBot.Fetching;

/// <summary>How connections are made and kept.</summary>
internal static class FetchHttpHandler
{
    public static SocketsHttpHandler Create(AddressGuard guard, SourceOptions options) => new()
    {
        ConnectCallback = guard.ConnectAsync,

        // Only the proxy of the settings: one of the environment would connect for us, past the guard.
        UseProxy = options.Proxy.Length > 0,
        Proxy = options.Proxy.Length > 0 ? ProxyOf(new Uri(options.Proxy)) : null,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // A host that moves is looked up again.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15), // For the next page of the site; thousands of feeds would keep thousands open.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1, // As header values are read: a validator goes back byte for byte.
    };

    private static WebProxy ProxyOf(Uri address)
    {
        var user = address.UserInfo.Split(':', 2);
        var credentials = address.UserInfo.Length == 0 ? null : new NetworkCredential(Uri.UnescapeDataString(user[0]), Uri.UnescapeDataString(user.ElementAtOrDefault(1) ?? ""));
        return new WebProxy(new UriBuilder(address) { UserName = "", Password = "" }.Uri) { Credentials = credentials };
    }
}
