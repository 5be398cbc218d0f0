using Microsoft.Extensions.Options;
using NewsBot.BotApi.Webhooks;
using NewsBot.Hosting;

namespace NewsBot.BotApi.Updates;

/// <summary>Tells of trouble with getting updates once until it ends or changes, and how long to wait.</summary>
internal sealed partial class UpdateSourceMonitor(PollBackoff backoff, Heartbeats beats, IOptions<TelegramOptions> options, ILogger<UpdateSourceMonitor> logger)
{
    private readonly string loop = options.Value.Updates == UpdateDelivery.Webhook ? nameof(WebhookWorker) : nameof(UpdatePollingWorker);
    private static readonly TimeSpan ShortPause = TimeSpan.FromSeconds(1);

    private string? told;

    /// <summary>Returns the pause before the next round.</summary>
    public TimeSpan Failed(UpdateSourceProblem trouble)
    {
        beats.RoundFailed(loop, trouble.Sentence);
        if (told != trouble.Sentence)
        {
            told = trouble.Sentence;
            Log.Trouble(logger, trouble.Sentence);
        }

        return trouble.Kind == UpdateSourceProblemKind.NotAcknowledged ? ShortPause : backoff.AfterFailure(trouble.After);
    }

    public void Ended()
    {
        backoff.AfterSuccess();
        if (told is not null)
        {
            told = null;
            Log.Ended(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "No updates are read: {Trouble}. NewsBot goes on trying")]
        public static partial void Trouble(ILogger logger, string trouble);

        [LoggerMessage(Level = LogLevel.Information, Message = "Updates are read again")]
        public static partial void Ended(ILogger logger);
    }
}
