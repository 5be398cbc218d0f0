using System.Diagnostics;
using NewsBot.Outbox.Sending;
using NewsBot.Telemetry;

namespace NewsBot.BotApi;

/// <summary>The span of one request to the Bot API: its method and how it ended, and nothing of what it said or to whom.</summary>
internal readonly struct BotApiSpan(string method) : IDisposable
{
    private readonly Activity? activity = Instrumentation.Source
        .StartActivity($"telegram {method}", ActivityKind.Client)?
        .SetTag("telegram.method", method);

    public void Ended(SendOutcome outcome) => Ended(outcome.GetType().Name);

    public void Ended(string outcome) => activity?.SetTag("telegram.outcome", outcome);

    public void Dispose() => activity?.Dispose();
}
