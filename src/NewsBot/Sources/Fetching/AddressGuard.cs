using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Fetching;

/// <summary>
/// Keeps requests on the public internet. It looks at the address that is connected to, not at the one that is written:
/// that holds for redirects, odd spellings of an address, and names that resolve differently the second time.
/// </summary>
internal sealed class AddressGuard(IOptions<SourceOptions> options)
{
    /// <summary>A <see cref="SocketsHttpHandler.ConnectCallback"/>. Throws <see cref="AddressRefusedException"/> when no public address is left.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var permitted = options.Value.AllowPrivateNetworks ? addresses : [.. addresses.Where(PublicAddresses.Contains)];
        if (permitted.Length == 0)
        {
            throw new AddressRefusedException(target.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(permitted, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
