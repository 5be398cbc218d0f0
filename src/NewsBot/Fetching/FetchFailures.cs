using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.AspNetCore.WebUtilities;

namespace NewsBot.Fetching;

/// <summary>Why a request failed, in sentences for people.</summary>
internal static class FetchFailures
{
    public static string Of(HttpStatusCode status, Uri address) => (int)status switch
    {
        401 or 403 => $"{address.Host} does not let the bot read this ({Named(status)}).",
        404 => $"{address.Host} has nothing at this address ({Named(status)}).",
        429 or 503 => $"{address.Host} is too busy ({Named(status)}).",
        >= 500 => $"{address.Host} has a problem of its own ({Named(status)}).",
        _ => $"{address.Host} answered {Named(status)}.",
    };

    /// <summary>Whether asking again within minutes would be answered the same: what the client does wrong, but for time-outs and limits.</summary>
    public static bool IsLasting(HttpStatusCode status) => (int)status is >= 400 and < 500 and not (408 or 425 or 429);

    /// <summary>The reason, or null when the exception is not about the request and must be heard.</summary>
    public static string? Explains(Exception exception, Uri address)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException:
                    return cause.Message;
                case AuthenticationException:
                    return $"No secure connection to {address.Host}: its certificate or its TLS was not accepted.";
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData }:
                    return $"The name {address.Host} could not be found.";
                case SocketException:
                    return $"No connection to {address.Host} could be made.";
            }
        }

        return exception switch
        {
            InvalidDataException => $"{address.Host} sent an answer that could not be decompressed.",
            HttpRequestException or IOException => $"The answer of {address.Host} broke off or was not valid HTTP.",
            _ => null,
        };
    }

    private static string Named(HttpStatusCode status) => $"{(int)status} {ReasonPhrases.GetReasonPhrase((int)status)}".TrimEnd();
}
