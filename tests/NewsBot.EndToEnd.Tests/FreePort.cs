using System.Net;
using System.Net.Sockets;

namespace NewsBot.EndToEnd.Tests;

/// <summary>Ports for those who must know theirs before they listen, and listen again on it after a restart.</summary>
internal static class FreePort
{
    // Below what the system gives to outgoing connections (32768 and up on Linux), which could take it between two runs of a bot.
    private const int Lowest = 20_000;
    private const int Highest = 32_000;

    // Another process of tests begins elsewhere.
    private static int last = Random.Shared.Next(Lowest, Highest);

    public static int Next()
    {
        while (true)
        {
            var port = Lowest + Interlocked.Increment(ref last) % (Highest - Lowest);
            try
            {
                using var listener = new TcpListener(IPAddress.Any, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody else has it: the next one.
            }
        }
    }
}
