using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Hosting;

namespace NewsBot.Web;

/// <summary>
/// /healthz fails when a restart would help: a worker has ended. /readyz fails when anything does not work: it asks the store, and
/// every worker.
/// </summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(WorkerHealthCheck.Key),
            ResponseWriter = WriteHealthAsync,
        });
        endpoints.MapHealthChecks("/readyz", new HealthCheckOptions
        {
            ResultStatusCodes =
            {
                [HealthStatus.Healthy] = StatusCodes.Status200OK,
                [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable,
                [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
            },
            ResponseWriter = (context, report) => context.Response.WriteAsJsonAsync(
                Readiness.Of(report), HealthJson.Default.Readiness, cancellationToken: context.RequestAborted),
        });
    }

    private static Task WriteHealthAsync(HttpContext context, HealthReport report)
    {
        var ended = report.Entries.Where(entry => entry.Value.Status == HealthStatus.Unhealthy).Select(entry => $"{entry.Key}: {entry.Value.Description}\n").ToList();
        return context.Response.WriteAsync(ended.Count == 0 ? "alive\n" : string.Concat(ended), context.RequestAborted);
    }
}
