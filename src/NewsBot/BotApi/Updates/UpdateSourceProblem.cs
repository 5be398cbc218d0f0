using NewsBot.Telemetry;
using static NewsBot.BotApi.Updates.GetUpdatesResult;

namespace NewsBot.BotApi.Updates;

/// <summary>What keeps updates from being read, in a sentence that tells what to do.</summary>
/// <param name="Sentence">For the log and /readyz.</param>
/// <param name="After">How long the server wants to be left alone, or null.</param>
/// <param name="Kind">What to do about it.</param>
internal sealed record UpdateSourceProblem(string Sentence, TimeSpan? After = null, UpdateSourceProblemKind Kind = UpdateSourceProblemKind.WaitAndTry)
{
    /// <summary>The trouble in an answer, or null if there is none.</summary>
    public static UpdateSourceProblem? In(GetUpdatesResult answer) => answer switch
    {
        Answered { Updates.Count: > 0 } answered when answered.Updates.All(update => update.UpdateId is null) =>
            new UpdateSourceProblem("Telegram sends updates without a usable number, which cannot be acknowledged", Kind: UpdateSourceProblemKind.NotAcknowledged),
        Answered => null,
        Refused refused => In(refused),
        Unreachable unreachable => new UpdateSourceProblem($"Telegram cannot be reached: {TokenRedaction.Redact(unreachable.Why)}"),
        _ => throw new InvalidOperationException($"Unknown answer {answer.GetType().Name}"),
    };

    private static UpdateSourceProblem In(Refused refused) => refused.Code switch
    {
        401 or 404 => new UpdateSourceProblem(refused.Description, Kind: UpdateSourceProblemKind.TokenRefused),
        409 when refused.Description.Contains("webhook", StringComparison.OrdinalIgnoreCase) => new UpdateSourceProblem(
            "A webhook is set for this bot, and Telegram gives its updates to nobody else; NewsBot removes it", Kind: UpdateSourceProblemKind.WebhookSet),
        409 => new UpdateSourceProblem("Another program is reading this bot's updates with the same token; stop it, or give NewsBot a bot of its own"),
        429 => new UpdateSourceProblem("Telegram asks to be left alone for a while (429)", refused.After),
        _ => new UpdateSourceProblem($"Telegram refuses to give updates: {refused.Code} {TokenRedaction.Redact(refused.Description)}", refused.After),
    };
}

internal enum UpdateSourceProblemKind
{
    WaitAndTry,
    WebhookSet,
    TokenRefused,

    /// <summary>They come again with each request, and what follows them must not wait long.</summary>
    NotAcknowledged,
}
