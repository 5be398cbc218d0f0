using System.Net;
using System.Net.Sockets;

namespace NewsBot.EndToEnd.Tests;

internal static class FreePort
{
    /// <summary>Below the range from which the system gives out ports: nobody else is given this one before it is used.</summary>
    private const int First = 20_000;

    private const int Last = 29_999;

    public static int Find()
    {
        for (; ; )
        {
            var port = Random.Shared.Next(First, Last + 1);
            try
            {
                using var listener = new TcpListener(IPAddress.Any, port);
                listener.Start();
                return port;
            }
            catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another one, then.
            }
        }
    }
}
