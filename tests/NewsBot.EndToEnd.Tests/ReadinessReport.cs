using System.Net;
using System.Text.Json;

namespace NewsBot.EndToEnd.Tests;

/// <summary>What /readyz says.</summary>
/// <param name="IsReady">Whether it answers 200.</param>
/// <param name="Store">Its sentence about the store.</param>
/// <param name="Failing">The loops whose last round failed.</param>
internal sealed record ReadinessReport(bool IsReady, string Store, IReadOnlyList<string> Failing)
{
    /// <summary>Asks until the answer fits.</summary>
    public static async Task WhenAsync(EndToEnd world, Func<ReadinessReport, bool> fits)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = world.BotAddress };
        while (!fits(await AskAsync(http, world.Limit)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, world.Limit);
        }
    }

    private static async Task<ReadinessReport> AskAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
        using var report = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        var failing = report.RootElement.GetProperty("loops").EnumerateArray()
            .Where(loop => loop.GetProperty("state").GetString() == "failing")
            .Select(loop => loop.GetProperty("name").GetString()!);
        return new ReadinessReport(answer.StatusCode == HttpStatusCode.OK, report.RootElement.GetProperty("store").GetString()!, [.. failing]);
    }
}
