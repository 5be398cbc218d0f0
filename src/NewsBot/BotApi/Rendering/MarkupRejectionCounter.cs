using System.Diagnostics.Metrics;
using NewsBot.Telemetry;

namespace NewsBot.BotApi.Rendering;

/// <summary>Counts texts that Telegram refused for their markup. Each is a mistake of <see cref="HtmlRenderer"/>.</summary>
internal static class MarkupRejectionCounter
{
    private static readonly Counter<long> Rejections = Instrumentation.Meter.CreateCounter<long>(
        "newsbot.botapi.markup_refusals", "{message}", "Texts refused for their markup and sent again without it");

    public static void Count(string method) => Rejections.Add(1, new KeyValuePair<string, object?>("method", method));
}
