using NewsBot.BotApi.Rendering;
using NewsBot.Outbox.Sending;
using NewsBot.Telemetry;
using Telegram.Bot.Exceptions;
using static NewsBot.Outbox.Sending.SendOutcome;

namespace NewsBot.BotApi;

/// <summary>What a failed request to Telegram means. The texts are those of the Bot API server, which has no codes for them.</summary>
internal static class SendOutcomeClassifier
{
    private const int MaxReason = 200;
    private static readonly TimeSpan ThrottledWithoutSaying = TimeSpan.FromSeconds(1);

    // 400s that say that this chat can't be written to, now or ever: the same answer as being blocked.
    private static readonly string[] ClosedChat =
    [
        "chat not found", "user not found", "not enough rights", "need administrator rights", "have no write access",
        "CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "PEER_ID_INVALID",
    ];

    private static readonly string[] ClosedThread = ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"];

    /// <summary>The outcome of a request that ended in this exception.</summary>
    /// <param name="exception">What Telegram.Bot threw.</param>
    /// <param name="editedMessageId">The message that was to be edited, or 0.</param>
    public static SendOutcome OutcomeOf(Exception exception, int editedMessageId = 0) => exception switch
    {
        ApiRequestException refusal => OutcomeOf(refusal, editedMessageId),

        // An answer that is not the Bot API's. Whatever stands before the server refused with 3xx or 4xx and let nothing through;
        // after 200 and 5xx nobody knows how far the request came.
        RequestException { HttpStatusCode: { } status } => (int)status is >= 300 and < 500
            ? new NotSent($"HTTP {(int)status} that is not from the Bot API")
            : new Unknown($"HTTP {(int)status} without a readable answer"),
        _ when BotApiHttpClients.NeverStood(exception) => new NotSent(Reason(exception)),
        _ => new Unknown(Reason(exception)),
    };

    /// <summary>The text was refused for its markup: a mistake of the rendering, which the reader need not pay for.</summary>
    public static bool IsMarkupRefusal(Exception exception) =>
        exception is ApiRequestException { ErrorCode: 400 } refusal && Says(refusal, "can't parse entities");

    /// <summary>The token is not one that the server knows: 401 for a wrong one, 404 for one that is not even formed as a token.</summary>
    public static bool IsTokenRefusal(Exception exception) => exception is ApiRequestException { ErrorCode: 401 or 404 };

    private static SendOutcome OutcomeOf(ApiRequestException refusal, int editedMessageId) => refusal.ErrorCode switch
    {
        429 => new Throttled(refusal.Parameters?.RetryAfter is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : ThrottledWithoutSaying),
        403 => new Blocked(Reason(refusal)),
        400 => OutcomeOfBadRequest(refusal, editedMessageId),
        >= 500 when Says(refusal, "sent message was immediately deleted") => new Sent(0), // by the chat: sending it again would be no better
        401 or 404 or 409 or 421 or >= 500 => new NotSent(Reason(refusal)),
        _ => new Rejected(Reason(refusal)),
    };

    private static SendOutcome OutcomeOfBadRequest(ApiRequestException refusal, int editedMessageId) => refusal switch
    {
        { Parameters.MigrateToChatId: { } supergroup } => new ChatMoved(supergroup),
        _ when Says(refusal, "message is not modified") => new Sent(editedMessageId),
        _ when Says(refusal, ClosedThread) => new ThreadGone(Reason(refusal)),
        _ when Says(refusal, ClosedChat) => new Blocked(Reason(refusal)),
        _ => new Rejected(Reason(refusal)),
    };

    private static bool Says(ApiRequestException refusal, params string[] texts) =>
        texts.Any(text => refusal.Message.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static string Reason(Exception exception) =>
        HtmlRenderer.Short(TokenRedaction.Redact(exception.Message), MaxReason);
}
