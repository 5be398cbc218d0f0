using System.Diagnostics.Metrics;

namespace NewsBot.BotApi.Rendering;

/// <summary>Counts texts that Telegram refused for their markup. Each is a mistake of <see cref="HtmlRenderer"/>.</summary>
internal sealed class MarkupRejectionCounter : IDisposable
{
    private readonly Meter meter = new("NewsBot.BotApi");
    private readonly Counter<long> refusals;

    public MarkupRejectionCounter() =>
        refusals = meter.CreateCounter<long>("newsbot.botapi.markup_refusals", "{message}", "Texts refused for their markup and sent again without it");

    public void Count(string method) => refusals.Add(1, new KeyValuePair<string, object?>("method", method));

    public void Dispose() => meter.Dispose();
}
