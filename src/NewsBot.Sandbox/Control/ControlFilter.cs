using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Sandbox.Control;

/// <summary>Keeps the control API to this machine and its own page, and turns refusals into answers.</summary>
internal sealed class ControlFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!IsLocal(context.HttpContext))
        {
            return Problem(403, "The Sandbox answers to this machine alone.");
        }
        try
        {
            return await next(context);
        }
        catch (ControlException refusal)
        {
            return Problem(refusal.Status, refusal.Message);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return Problem(400, "The body is not the JSON this address takes.");
        }
    }

    // The Host header holds off a name that was pointed at 127.0.0.1, the Origin header a page from elsewhere in the same browser.
    private static bool IsLocal(HttpContext context)
    {
        var request = context.Request;
        var remote = context.Connection.RemoteIpAddress;
        var isLocalName = request.Host.Host == "localhost" || (IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        var origin = request.Headers.Origin.ToString();
        return (remote is null || IPAddress.IsLoopback(remote)) && isLocalName
            && (origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }

    private static IResult Problem(int status, string problem) => Results.Json(new ControlProblem(problem), ControlJson.Options, statusCode: status);
}
