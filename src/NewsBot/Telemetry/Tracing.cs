using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsBot.Telemetry;

internal static class Tracing
{
    /// <summary>Every span of the service is made here.</summary>
    public static readonly ActivitySource Source = new("NewsBot");

    /// <summary>Every figure of the service is measured here.</summary>
    public static readonly Meter Meter = new("NewsBot");
}
