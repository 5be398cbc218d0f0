using NewsBot.BotApi.Updates;
using NewsBot.Hosting;
using NewsBot.Telemetry;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;

namespace NewsBot.BotApi;

/// <summary>Learns who the bot is and publishes its menus; both are tried until they are done, and the rest of the service goes on.</summary>
internal sealed partial class BotIntroductionWorker(
    WorkerContext context, ITelegramBotClient client, BotIdentity identity, CommandMenus menus, IEnumerable<CommandMenu> wanted, PollBackoff backoff,
    BotApiTimeouts timeouts, Heartbeats beats, InvalidTokenShutdown refusal, ILogger<BotIntroductionWorker> logger)
    : Worker(context)
{
    private IReadOnlyList<CommandMenu> unpublished = [.. wanted];
    private TimeSpan pause;

    /// <summary>How soon a menu that failed is tried again.</summary>
    protected override TimeSpan PollInterval => TimeSpan.FromMinutes(10);

    protected override TimeSpan StallTimeout => base.StallTimeout + (1 + unpublished.Count) * timeouts.Send;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (identity.Account is null)
        {
            return await AskWhoAsync(cancellationToken);
        }

        unpublished = await menus.PublishAsync(unpublished, cancellationToken);
        pause = PollInterval;
        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(pause, Time, cancellationToken);

    private async Task<bool> AskWhoAsync(CancellationToken cancellationToken)
    {
        using var call = new BotApiSpan("getMe");
        try
        {
            var me = await client.SendRequest(new GetMeRequest(), cancellationToken);
            refusal.Accepted();
            identity.Learn(new BotAccount(me.Id, me.Username ?? ""));
            Log.Known(logger, me.Username, me.Id);
            call.Ended("Sent");
            return true;
        }
        catch (RequestException exception)
        {
            call.Ended(SendOutcomeClassifier.OutcomeOf(exception));
            pause = SendOutcomeClassifier.IsTokenRefusal(exception) ? refusal.Refused(exception.Message) : WaitFor(exception);
            return false;
        }
    }

    private TimeSpan WaitFor(RequestException exception)
    {
        var why = TokenRedaction.Redact(exception.Message);
        if (beats.RoundFailed(Name, $"Telegram cannot be reached ({why})."))
        {
            Log.Unreachable(logger, why);
        }

        return backoff.AfterFailure((exception as ApiRequestException)?.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "NewsBot is @{Username} ({Id})")]
        public static partial void Known(ILogger logger, string? username, long id);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached ({Why}). NewsBot goes on trying")]
        public static partial void Unreachable(ILogger logger, string why);
    }
}
