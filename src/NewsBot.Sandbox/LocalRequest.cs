using System.Net;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Sandbox;

/// <summary>
/// Whether a request comes from this machine, and from no other site in its browser: the token is public and nobody logs in, so a page
/// from anywhere could otherwise read the chats and write into them.
/// </summary>
internal static class LocalRequest
{
    /// <summary>For what answers with data or does something.</summary>
    public static bool IsAllowed(HttpContext context, SandboxOptions options) => IsForThisMachine(context, options) && IsSameOrigin(context.Request);

    /// <summary>For the page itself, which may be reached by a link on another site: it has nothing in it, and cannot be framed.</summary>
    public static bool IsAllowedOrNavigation(HttpContext context, SandboxOptions options) =>
        IsForThisMachine(context, options) && (IsSameOrigin(context.Request) || IsNavigation(context.Request));

    // The Host header gives away a foreign name that was pointed at 127.0.0.1 (DNS rebinding). In a container the caller is the
    // container engine, which publishes the port on the machine's own address alone.
    private static bool IsForThisMachine(HttpContext context, SandboxOptions options)
    {
        var host = context.Request.Host.Host;
        var isLocalName = host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        return isLocalName && (options.IsBehindPublishedPort || context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote));
    }

    // Browsers send Origin with what writes, and Sec-Fetch-Site with everything (https://www.w3.org/TR/fetch-metadata/).
    private static bool IsSameOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return (origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            && (request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin");
    }

    private static bool IsNavigation(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
}
