using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using NewsBot.Hosting;
using NewsBot.Sources;
using NewsBot.Storage;

namespace NewsBot.Web;

/// <summary>/healthz says that a restart would not help; /readyz that all works: the store answers and every loop turns.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", AnswerHealth);
        endpoints.MapGet("/readyz", AnswerReadinessAsync);
    }

    private static IResult AnswerHealth(IEnumerable<IHostedService> services, Heartbeats beats, TimeProvider time)
    {
        var ended = Loops(services, beats, time).Where(loop => loop.State == WorkerState.Ended).Select(loop => $"{loop.Name}: {loop.Why}\n").ToList();
        return ended.Count == 0
            ? Results.Text("alive\n")
            : Results.Text(string.Concat(ended), statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> AnswerReadinessAsync(
        IEnumerable<IHostedService> services,
        WorkerContext context,
        IDbContextFactory<NewsDb> stores,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var store = context.Store.Trouble ?? await StoreAsync(stores, cancellationToken);
        var readiness = Readiness.Of(store, Loops(services, context.Heartbeats, time));
        return Results.Json(
            readiness,
            HealthJson.Default.Readiness,
            statusCode: readiness.Status == Readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static List<WorkerHealth> Loops(IEnumerable<IHostedService> services, Heartbeats beats, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return [.. services.OfType<Worker>().Select(loop => WorkerHealth.Of(loop, beats, now)).OrderBy(loop => loop.Name, StringComparer.Ordinal)];
    }

    private static async Task<string> StoreAsync(IDbContextFactory<NewsDb> stores, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await stores.CreateDbContextAsync(cancellationToken);

            // A connection from the pool outlives the file: whether it still lies there is a question of its own.
            if (!await db.Database.CanConnectAsync(cancellationToken))
            {
                return "The store cannot be reached: its file is missing or cannot be opened.";
            }

            await db.Sources.AnyAsync(cancellationToken);
            return Readiness.Reachable;
        }
        catch (SqliteException exception)
        {
            return StoreErrors.Describe(exception) ?? $"The store cannot be read: {exception.Message}";
        }
    }
}
