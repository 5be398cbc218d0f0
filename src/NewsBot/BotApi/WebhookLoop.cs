using Microsoft.Extensions.Options;
using NewsBot.Storage;
using NewsBot.Telemetry;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NewsBot.BotApi;

/// <summary>Tells Telegram where to post updates, and asks from time to time whether it can.</summary>
internal sealed partial class WebhookLoop(
    LoopContext context, ITelegramBotClient client, IOptions<TelegramOptions> options, WebhookSecret secret, BotIdentity identity, PollStreak streak,
    TokenRefusal refusal)
    : Loop(context)
{
    // Each post is a write, and the store takes one at a time: more would only wait there.
    private const int MaximumConnections = 20;

    // Telegram repeats a failed post after two minutes at most: without a failure for so long, it works again.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    private DateTimeOffset? setAt;
    private TimeSpan pause;

    protected override TimeSpan Patience => TimeSpan.FromMinutes(1);

    private string Url => options.Value.WebhookUrl;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await IdleAsync(identity.WhenKnownAsync(cancellationToken)); // one place tells of a wrong token at start, and it is not here
        if (await TroubleAsync(cancellationToken) is { } trouble)
        {
            pause = trouble.Kind == PollTroubleKind.TokenRefused ? refusal.Stop(trouble.Sentence) : streak.Failed(trouble);
            return false;
        }

        streak.Ended();
        pause = Patience;
        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(pause, Time, cancellationToken);

    private async Task<PollTrouble?> TroubleAsync(CancellationToken cancellationToken)
    {
        using var call = new CallSpan(setAt is null ? "setWebhook" : "getWebhookInfo");
        try
        {
            var trouble = setAt is { } since ? In(await client.SendRequest(new GetWebhookInfoRequest(), cancellationToken), since) : await SetAsync(cancellationToken);
            call.Ended("Sent");
            return trouble;
        }
        catch (RequestException exception)
        {
            call.Ended(SendOutcomes.OutcomeOf(exception));
            return In(exception);
        }
    }

    private async Task<PollTrouble?> SetAsync(CancellationToken cancellationToken)
    {
        await client.SendRequest(
            new SetWebhookRequest
            {
                Url = Url,
                SecretToken = secret.Value,
                AllowedUpdates = UpdateRequests.AllowedUpdates,
                MaxConnections = MaximumConnections,
                DropPendingUpdates = false,
            },
            cancellationToken);
        setAt = Time.GetUtcNow();
        Log.Set(Logger, Url);
        return null;
    }

    private PollTrouble? In(WebhookInfo info, DateTimeOffset since)
    {
        if (info.Url != Url)
        {
            setAt = null;
            return new PollTrouble("Another program with the same token has changed this bot's webhook; NewsBot sets it again");
        }

        // Telegram tells of the last failure for ever, so an old one, or one after which nothing waits, is over.
        var isFailing = info.PendingUpdateCount > 0 && info.LastErrorDate is { } failed && failed > since.UtcDateTime && Time.GetUtcNow() - failed < Recent;
        return isFailing ? new PollTrouble($"Telegram cannot post updates to {Url}: {TokenRedaction.Redact(info.LastErrorMessage ?? "it does not say why")}") : null;
    }

    private static PollTrouble? In(RequestException exception) => exception switch
    {
        ApiRequestException { ErrorCode: 400 } refused => new PollTrouble($"Telegram does not take Telegram:WebhookUrl: {TokenRedaction.Redact(refused.Message)}"),
        ApiRequestException refused => PollTrouble.In(new PollAnswer.Refused(
            refused.ErrorCode, refused.Message, refused.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null)),
        _ => PollTrouble.In(new PollAnswer.Unreachable(exception.Message)),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram posts updates to {Url}")]
        public static partial void Set(ILogger logger, string url);
    }
}
