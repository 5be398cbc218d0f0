using System.Diagnostics;

namespace NewsBot.Telemetry;

internal static class Tracing
{
    /// <summary>Every span of the service is made here.</summary>
    public static readonly ActivitySource Source = new("NewsBot");
}
