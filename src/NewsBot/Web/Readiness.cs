using System.Text.Json.Serialization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsBot.Hosting;

namespace NewsBot.Web;

/// <summary>The body of /readyz.</summary>
/// <param name="Status">"ready" or "unready".</param>
/// <param name="Store">"reachable", or what is wrong with the store.</param>
/// <param name="Loops">Every worker of the service, by name.</param>
internal sealed record Readiness(string Status, string Store, IReadOnlyList<WorkerHealth> Loops)
{
    public const string Ready = "ready";

    public const string Unready = "unready";

    public const string Reachable = "reachable";

    public static Readiness Of(HealthReport report)
    {
        var store = report.Entries.GetValueOrDefault(StoreHealthCheck.Name);
        var workers = report.Entries.Values.Select(entry => entry.Data.GetValueOrDefault(WorkerHealthCheck.Key)).OfType<WorkerHealth>();
        return new Readiness(
            report.Status == HealthStatus.Healthy ? Ready : Unready,
            store.Description ?? store.Exception?.Message ?? Reachable,
            [.. workers.OrderBy(worker => worker.Name, StringComparer.Ordinal)]);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Readiness))]
internal sealed partial class HealthJson : JsonSerializerContext;
