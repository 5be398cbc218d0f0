using System.Net;
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

    // The chat takes no message of the bot's, or none of this kind. Permissions, slow mode and closed topics change without an update.
    private static readonly string[] NoRightsTexts =
    [
        "not enough rights", "no rights to send", "need administrator rights", "have no write access", "can't write to", "slow mode", "SLOWMODE_WAIT",
        "CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "CHAT_ADMIN_REQUIRED", "CHAT_GUEST_SEND_FORBIDDEN", "USER_RESTRICTED", "CHAT_SEND_",
    ];

    // The chat is gone for this bot until an update says otherwise: the same answer as being blocked.
    private static readonly string[] GoneTexts = ["chat not found", "user not found", "PEER_ID_INVALID", "USER_IS_BLOCKED", "INPUT_USER_DEACTIVATED"];

    private static readonly string[] GoneThreadTexts = ["message thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"];

    /// <summary>The outcome of a request that ended in this exception.</summary>
    /// <param name="exception">What Telegram.Bot threw.</param>
    /// <param name="editedMessageId">The message that was to be edited, or 0.</param>
    public static SendOutcome OutcomeOf(Exception exception, int editedMessageId = 0) => exception switch
    {
        ApiRequestException refusal => OutcomeOf(refusal, editedMessageId),

        // 429 refuses before anything is done, whoever says so; a retry_after that is no whole number makes the answer unreadable.
        RequestException { HttpStatusCode: HttpStatusCode.TooManyRequests } => new Throttled(ThrottledWithoutSaying),

        // An answer that is not the Bot API's: whoever wrote it, nobody knows how far the request came.
        RequestException { HttpStatusCode: { } status } => new Unknown($"HTTP {(int)status} without a readable answer"),
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
        400 or 403 => OutcomeOfRefusal(refusal, editedMessageId),
        401 or 404 => new TokenRefused(Reason(refusal)),
        >= 500 when Says(refusal, "sent message was immediately deleted") => new Sent(0), // by the chat: sending it again would be no better
        409 or 421 or >= 500 => new NotSent(Reason(refusal)),
        _ => new Rejected(Reason(refusal)),
    };

    private static SendOutcome OutcomeOfRefusal(ApiRequestException refusal, int editedMessageId) => refusal switch
    {
        { Parameters.MigrateToChatId: { } supergroup } => new ChatMoved(supergroup),
        _ when Says(refusal, "message is not modified") => new Sent(editedMessageId),
        _ when Says(refusal, GoneThreadTexts) => new ThreadGone(Reason(refusal)),
        _ when Says(refusal, NoRightsTexts) => new NoRights(Reason(refusal)),
        { ErrorCode: 403 } => new Blocked(Reason(refusal)),
        _ when Says(refusal, GoneTexts) => new Blocked(Reason(refusal)),
        _ => new Rejected(Reason(refusal)),
    };

    private static bool Says(ApiRequestException refusal, params string[] texts) =>
        texts.Any(text => refusal.Message.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static string Reason(Exception exception) =>
        HtmlRenderer.Short(TokenRedaction.Redact(exception.Message), MaxReason);
}
