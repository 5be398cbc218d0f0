using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;
using NewsBot.Telemetry;

namespace NewsBot.Web;

/// <summary>/healthz says that the process lives; /readyz that it works: the store answers and every loop turns.</summary>
internal static class HealthEndpoints
{
    /// <summary>A loop may be this much later than its own patience: a long poll, a slow page, a busy machine.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/healthz", () => Results.Text("alive\n"));
        endpoints.MapGet("/readyz", AnswerReadinessAsync);
    }

    private static async Task<IResult> AnswerReadinessAsync(
        LoopBeats beats,
        IDbContextFactory<NewsDb> stores,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var troubles = beats.All
            .Select(beat => (beat.Key, Trouble: TroubleOf(beat.Value, time.GetUtcNow())))
            .Where(loop => loop.Trouble is not null)
            .Select(loop => $"{loop.Key}: {loop.Trouble}")
            .ToList();
        if (beats.All.IsEmpty)
        {
            troubles.Add("The loops have not begun yet.");
        }

        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            troubles.Add("The store cannot be reached.");
        }

        return troubles.Count == 0
            ? Results.Text("ready\n")
            : Results.Text(string.Join('\n', troubles) + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static string? TroubleOf(LoopBeat beat, DateTimeOffset now) =>
        beat.Failure ?? (now - beat.At > beat.Patience + Grace ? $"has not turned since {beat.At:u}" : null);
}
