using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace NewsBot.Sandbox.Control;

/// <summary>/sandbox/events: the feed as server-sent events. Last-Event-ID, or ?after=, says where to go on.</summary>
internal sealed class EventStream(EventFeed feed, IHostApplicationLifetime lifetime)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGroup("/sandbox").AddEndpointFilter<ControlFilter>().MapGet("/events", StreamAsync);

    private async Task StreamAsync(HttpContext context, long? after)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var from = long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : after ?? feed.LastId;
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.FlushAsync(ending.Token);
        try
        {
            await foreach (var happened in feed.ReadAsync(from, ending.Token))
            {
                await context.Response.WriteAsync($"id: {happened.Id}\ndata: {JsonSerializer.Serialize(happened, ControlJson.Options)}\n\n", ending.Token);
                await context.Response.Body.FlushAsync(ending.Token);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The reader has gone, or the Sandbox ends.
        }
    }
}
