using System.Net;
using NewsBot.Sources;

namespace NewsBot.Fetching;

/// <summary>Writes requests.</summary>
internal sealed class RequestBuilder(AddressGuard guard, SourceOptions options)
{
    /// <summary>
    /// Through a proxy the request names the vetted number in place of the name, which the proxy would look up anew; the site still
    /// hears its own name, and its certificate is held against that. Plain http through an HTTP proxy alone must keep the name, since
    /// the site would hear the number (RFC 9112, 3.2.2). Throws <see cref="AddressRefusedException"/>.
    /// </summary>
    public async Task<HttpRequestMessage> ComposeAsync(FetchRequest request, Uri address, CancellationToken cancellationToken)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        if (options.Proxy.Length > 0 && !options.AllowPrivateNetworks)
        {
            var vetted = await guard.VetAsync(address.IdnHost, address.Port, cancellationToken);
            if (address.Scheme == Uri.UriSchemeHttps || options.Proxy.StartsWith("socks", StringComparison.OrdinalIgnoreCase))
            {
                message.Headers.Host = Source.HostOf(address);
                message.RequestUri = new UriBuilder(address) { Host = vetted.OrderBy(pAddress => pAddress.AddressFamily).First().ToString() }.Uri; // IPv4 first.
            }
        }

        if (request.EntityTag is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", request.EntityTag);
        }

        if (request.LastModified is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        }

        return message;
    }
}
