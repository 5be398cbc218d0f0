using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using NewsBot.Sources;

namespace NewsBot.Fetching;

/// <summary>
/// Keeps requests on the public web. It looks at the address that is connected to, not at the one that is written:
/// that holds for redirects, odd spellings of an address, and names that resolve differently the second time.
/// </summary>
/// <param name="options">Whether it guards at all, and by which proxy the web is reached.</param>
/// <param name="resolve">Looks a name up; the system does by default.</param>
internal sealed class AddressGuard(IOptions<SourceOptions> options, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    /// <summary>Where the web listens. Whoever can name a source could otherwise have the bot knock on any door.</summary>
    private static readonly int[] WebPorts = [80, 443, 8080, 8443];

    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>A <see cref="SocketsHttpHandler.ConnectCallback"/>. Throws <see cref="AddressRefusedException"/> when no public address is left.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;

        // Every connection leads to the proxy where there is one; what it is asked for was vetted before.
        var addresses = options.Value.Proxy.Length > 0
            ? await resolve(target.Host, cancellationToken)
            : await VetAsync(target.Host, target.Port, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The addresses of a name that may be connected to, at least one. Throws <see cref="AddressRefusedException"/> when there is none.</summary>
    public async Task<IPAddress[]> VetAsync(string host, int port, CancellationToken cancellationToken)
    {
        // The system refuses to look 0.0.0.0 up, which is this machine all the same.
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        if (options.Value.AllowPrivateNetworks)
        {
            return addresses;
        }

        var permitted = addresses.Where(PublicAddresses.Contains).ToArray();
        return permitted.Length == 0 ? throw AddressRefusedException.Private(host)
            : WebPorts.Contains(port) ? permitted
            : throw AddressRefusedException.Port(host, port);
    }
}
