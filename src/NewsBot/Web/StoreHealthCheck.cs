using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Hosting;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Storage.Sqlite;

namespace NewsBot.Web;

/// <summary>Whether the store answers. It is never worse than degraded: a restart mends no store.</summary>
internal sealed class StoreHealthCheck(WorkerContext context, IDbContextFactory<NewsDb> stores, StoreFileMonitor monitor) : IHealthCheck
{
    public const string Name = "store";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext check, CancellationToken cancellationToken = default) =>
        (context.Store.Problem ?? await ProblemAsync(cancellationToken)) is { } problem
            ? HealthCheckResult.Degraded(problem)
            : HealthCheckResult.Healthy();

    private async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await stores.CreateDbContextAsync(cancellationToken);
            if (await monitor.ProblemAsync(db, cancellationToken) is { } problem)
            {
                return problem;
            }

            await db.Sources.AnyAsync(cancellationToken);
            return null;
        }
        catch (SqliteException exception)
        {
            return StoreErrors.Describe(exception) ?? $"The store cannot be read: {exception.Message}";
        }
    }
}
