using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Sandbox.Control;

/// <summary>Keeps the control API to this machine and its own page, and turns refusals into answers.</summary>
internal sealed class ControlFilter(SandboxOptions options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (!LocalRequest.IsAllowed(context.HttpContext, options))
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

    private static IResult Problem(int status, string problem) => Results.Json(new ControlProblem(problem), ControlJson.Options, statusCode: status);
}
