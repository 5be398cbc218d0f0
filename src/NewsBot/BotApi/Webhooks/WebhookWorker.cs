using Microsoft.Extensions.Options;
using NewsBot.BotApi.Updates;
using NewsBot.Hosting;
using NewsBot.Telemetry;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NewsBot.BotApi.Webhooks;

/// <summary>Tells Telegram where to post updates, and asks from time to time whether it can.</summary>
internal sealed partial class WebhookWorker(
    WorkerContext context, ITelegramBotClient client, IOptions<TelegramOptions> options, WebhookSecret secret, BotIdentity identity, UpdateSourceMonitor streak,
    InvalidTokenShutdown refusal)
    : Worker(context)
{
    // Each post is a write, and the store takes one at a time: more would only wait there.
    private const int MaximumConnections = 20;

    // Telegram repeats a failed post after two minutes at most: without a failure for so long, it works again.
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    private DateTimeOffset? setAt;
    private TimeSpan pause;

    protected override TimeSpan PollInterval => TimeSpan.FromMinutes(1);

    private string Url => options.Value.WebhookUrl;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await WaitForAsync(identity.WhenKnownAsync(cancellationToken)); // one place tells of a wrong token at start, and it is not here
        if (await TroubleAsync(cancellationToken) is { } trouble)
        {
            pause = trouble.Kind == UpdateSourceProblemKind.TokenRefused ? refusal.Refused(trouble.Sentence) : streak.Failed(trouble);
            return false;
        }

        refusal.Accepted();
        streak.Ended();
        pause = PollInterval;
        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(pause, Time, cancellationToken);

    private async Task<UpdateSourceProblem?> TroubleAsync(CancellationToken cancellationToken)
    {
        using var call = new BotApiSpan(setAt is null ? "setWebhook" : "getWebhookInfo");
        try
        {
            var trouble = setAt is { } since ? In(await client.SendRequest(new GetWebhookInfoRequest(), cancellationToken), since) : await SetAsync(cancellationToken);
            call.Ended("Sent");
            return trouble;
        }
        catch (RequestException exception)
        {
            call.Ended(SendOutcomeClassifier.OutcomeOf(exception));
            return In(exception);
        }
    }

    private async Task<UpdateSourceProblem?> SetAsync(CancellationToken cancellationToken)
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

    private UpdateSourceProblem? In(WebhookInfo info, DateTimeOffset since)
    {
        if (info.Url != Url)
        {
            setAt = null;
            return new UpdateSourceProblem("Another program with the same token has changed this bot's webhook; NewsBot sets it again");
        }

        // Telegram tells of the last failure for ever, so an old one, or one after which nothing waits, is over.
        var isFailing = info.PendingUpdateCount > 0 && info.LastErrorDate is { } failed && failed > since.UtcDateTime && Time.GetUtcNow() - failed < Recent;
        return isFailing ? new UpdateSourceProblem($"Telegram cannot post updates to {Url}: {TokenRedaction.Redact(info.LastErrorMessage ?? "it does not say why")}") : null;
    }

    private static UpdateSourceProblem? In(RequestException exception) => exception switch
    {
        ApiRequestException { ErrorCode: 400 } refused => new UpdateSourceProblem($"Telegram does not take Telegram:WebhookUrl: {TokenRedaction.Redact(refused.Message)}"),
        ApiRequestException refused => UpdateSourceProblem.In(new GetUpdatesResult.Refused(
            refused.ErrorCode, refused.Message, refused.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null)),
        _ => UpdateSourceProblem.In(new GetUpdatesResult.Unreachable(exception.Message)),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram posts updates to {Url}")]
        public static partial void Set(ILogger logger, string url);
    }
}
