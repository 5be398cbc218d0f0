using System.Net.Sockets;

namespace NewsBot.BotApi;

/// <summary>
/// The HTTP clients towards the Bot API. They are made by hand: the factory of the framework logs every address, and the address holds
/// the token.
/// </summary>
internal static class BotApiHttpClients
{
    /// <summary>A client for the requests of one kind: a long poll must not time out when a send does.</summary>
    public static HttpClient Open(TimeSpan timeout, BotApiTimeouts timeouts, TimeProvider time) => new(new SocketsHttpHandler
    {
        // Null makes no span for the request. Its span would hold the address, and the address holds the token.
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(3), // follows a change of DNS
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context, timeouts.Connect, time, cancellationToken),
    })
    {
        Timeout = timeout,
        MaxResponseContentBufferSize = 32 * 1024 * 1024, // the server ends an answer to getUpdates at about 4 MiB
    };

    /// <summary>Whether the request failed before a connection stood, and so was certainly not received.</summary>
    public static bool NeverStood(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                        or HttpRequestError.ProxyTunnelError,
                })
            {
                return true;
            }
        }

        return false;
    }

    // The handler's own connect timeout ends like the timeout of a request that was already written; a socket error tells them apart.
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, TimeSpan patience, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, either.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
