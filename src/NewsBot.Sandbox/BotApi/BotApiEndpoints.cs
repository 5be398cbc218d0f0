using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Sandbox.Faults;

namespace NewsBot.Sandbox.BotApi;

/// <summary>/bot{token}/{method}: reads a call, meets it with the fault that is due, and writes the answer.</summary>
internal sealed partial class BotApiEndpoints(
    SandboxOptions options, MethodTable methods, SandboxFiles files, FaultPlan faults, Network network, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<BotApiEndpoints> logger)
{
    private static readonly string[] Verbs = ["GET", "POST"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/bot{token}/{method}", Verbs, LocalOnly(AnswerAsync));
        routes.MapMethods("/bot{token}/test/{method}", Verbs, LocalOnly(AnswerAsync));
        routes.MapGet("/file/bot{token}/documents/{id}", LocalOnly(SendFileAsync));
        routes.Map("/bot{token}/{**rest}", LocalOnly(context => WriteAsync(context, CallAnswer.Refused(404, "Not Found"))));
    }

    private RequestDelegate LocalOnly(RequestDelegate answer) => context => LocalRequest.IsAllowed(context, options)
        ? answer(context)
        : WriteAsync(context, CallAnswer.Refused(403, "Forbidden: the Sandbox answers to this machine alone"));

    private async Task SendFileAsync(HttpContext context)
    {
        var isKnown = options.Token.Equals(context.GetRouteValue("token") as string, StringComparison.Ordinal);
        if (!isKnown || files.Find($"{context.GetRouteValue("id")}") is not { } file)
        {
            await WriteAsync(context, isKnown ? CallAnswer.Refused(404, "Not Found") : CallAnswer.Refused(401, "Unauthorized"));
            return;
        }
        context.Response.ContentType = "application/octet-stream";
        await context.Response.Body.WriteAsync(file.Content);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!options.Token.Equals(context.GetRouteValue("token") as string, StringComparison.Ordinal))
        {
            await WriteAsync(context, CallAnswer.Refused(401, "Unauthorized"));
            return;
        }
        // A long poll would hold up the end of the process otherwise.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await CarryOutAsync(context, $"{context.GetRouteValue("method")}", ending.Token);
        }
        catch (CallRefusedException refusal)
        {
            await WriteAsync(context, CallAnswer.Refused(refusal));
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task CarryOutAsync(HttpContext context, string method, CancellationToken cancellation)
    {
        var arguments = await ArgumentReader.ReadAsync(context.Request, cancellation);
        await network.TravelAsync(cancellation);
        var fault = faults.Take(method, arguments.Number("chat_id"));
        if (await MeetAsync(context, fault, cancellation))
        {
            return;
        }
        var answer = await methods.CallAsync(method, arguments, cancellation);
        Log.Answered(logger, method, answer.Status);
        await network.TravelAsync(cancellation);
        switch (fault?.Kind)
        {
            case FaultKind.DropAfter:
                context.Abort();
                break;
            case FaultKind.TruncatedBody:
                await TruncateAsync(context, answer);
                break;
            case FaultKind.GatewayTimeout:
                await WritePageAsync(context, 504, "504 Gateway Time-out", cancellation);
                break;
            case FaultKind.Hang:
                await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellation);
                break;
            default:
                await WriteAsync(context, answer);
                break;
        }
    }

    /// <returns>True when the call ends here.</returns>
    private async Task<bool> MeetAsync(HttpContext context, Fault? fault, CancellationToken cancellation)
    {
        switch (fault?.Kind)
        {
            case FaultKind.DropBefore:
                context.Abort();
                return true;
            case FaultKind.BadGateway:
                await WritePageAsync(context, 502, "502 Bad Gateway", cancellation);
                return true;
            case FaultKind.HtmlOk:
                await WritePageAsync(context, 200, "Welcome", cancellation);
                return true;
            case FaultKind.Restart:
                await WriteAsync(context, CallAnswer.Refused(500, "Internal Server Error: restart"));
                return true;
            case FaultKind.TooManyRequests:
                await WriteAsync(context, CallAnswer.Refused(CallRefusedException.TooManyRequests(fault.RetryAfter)));
                return true;
            case FaultKind.Latency:
                await Task.Delay(TimeSpan.FromMilliseconds(fault.LatencyMilliseconds), time, cancellation);
                return false;
            default:
                return false;
        }
    }

    private static async Task WriteAsync(HttpContext context, CallAnswer answer)
    {
        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }
        var body = Encoding.UTF8.GetBytes(answer.Body.ToJsonString());
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    private static Task WritePageAsync(HttpContext context, int status, string heading, CancellationToken cancellation)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html";
        return context.Response.WriteAsync($"<html><head><title>{heading}</title></head><body><h1>{heading}</h1></body></html>", cancellation);
    }

    private static async Task TruncateAsync(HttpContext context, CallAnswer answer)
    {
        var body = Encoding.UTF8.GetBytes(answer.Body.ToJsonString());
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} answered {Status}")]
        public static partial void Answered(ILogger logger, string method, int status);
    }
}
