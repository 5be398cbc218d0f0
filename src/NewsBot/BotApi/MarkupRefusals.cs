using System.Diagnostics.Metrics;

namespace NewsBot.BotApi;

/// <summary>Counts texts that Telegram refused for their markup. Each is a mistake of <see cref="HtmlRendering"/>.</summary>
internal sealed class MarkupRefusals : IDisposable
{
    private readonly Meter meter = new("NewsBot.BotApi");
    private readonly Counter<long> refusals;

    public MarkupRefusals() =>
        refusals = meter.CreateCounter<long>("newsbot.botapi.markup_refusals", "{message}", "Texts refused for their markup and sent again without it");

    public void Count(string method) => refusals.Add(1, new KeyValuePair<string, object?>("method", method));

    public void Dispose() => meter.Dispose();
}
