using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsBot.Telemetry;

/// <summary>The one source of spans and the one meter of the service, both named <c>NewsBot</c>.</summary>
internal static class Instrumentation
{
    public static readonly ActivitySource Source = new("NewsBot");

    public static readonly Meter Meter = new("NewsBot");
}
