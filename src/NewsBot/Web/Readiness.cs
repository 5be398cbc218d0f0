using System.Text.Json.Serialization;
using NewsBot.Hosting;

namespace NewsBot.Web;

/// <summary>The body of /readyz.</summary>
/// <param name="Status">"ready" or "unready".</param>
/// <param name="Store">"reachable", or what is wrong with the store.</param>
/// <param name="Loops">Every loop of the service.</param>
internal sealed record Readiness(string Status, string Store, IReadOnlyList<WorkerHealth> Loops)
{
    public const string Ready = "ready";

    public const string Unready = "unready";

    public const string Reachable = "reachable";

    /// <summary>Draws the conclusion.</summary>
    public static Readiness Of(string store, IReadOnlyList<WorkerHealth> loops) => new(
        store == Reachable && loops.All(loop => loop.State is WorkerState.Idle or WorkerState.Working) ? Ready : Unready,
        store,
        loops);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Readiness))]
internal sealed partial class HealthJson : JsonSerializerContext;
