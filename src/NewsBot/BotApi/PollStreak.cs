using Microsoft.Extensions.Options;
using NewsBot.Telemetry;

namespace NewsBot.BotApi;

/// <summary>Tells of trouble with getting updates once until it ends or changes, and how long to wait.</summary>
internal sealed partial class PollStreak(PollBackoff backoff, LoopBeats beats, IOptions<TelegramOptions> options, ILogger<PollStreak> logger)
{
    private readonly string loop = options.Value.Updates == UpdateDelivery.Webhook ? nameof(WebhookLoop) : nameof(UpdatePollingLoop);
    private string? told;

    /// <summary>Returns the pause before the next round.</summary>
    public TimeSpan Failed(PollTrouble trouble)
    {
        beats.Failed(loop, trouble.Sentence);
        if (told != trouble.Sentence)
        {
            told = trouble.Sentence;
            Log.Trouble(logger, trouble.Sentence);
        }

        return backoff.AfterFailure(trouble.After);
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
