using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Telemetry;

namespace NewsBot.BotApi;

/// <summary>
/// Ends the service, with exit code 1, when Telegram keeps refusing the token. One refusal is not enough: Telegram has refused
/// good tokens for moments.
/// </summary>
internal sealed partial class InvalidTokenShutdown(IHostApplicationLifetime lifetime, IOptions<TelegramOptions> options, ILogger<InvalidTokenShutdown> logger)
{
    // Asked again after 1, 2, 4 and 8 seconds.
    private const int MaxRefusals = 5;

    private readonly Lock gate = new();
    private int refusals;

    /// <summary>Tells of a refusal, and begins the end at the last of several in a row.</summary>
    /// <returns>How long the caller should wait before it asks again: at the end, until it is cancelled.</returns>
    public TimeSpan Refused(string why)
    {
        lock (gate)
        {
            refusals++;
            if (refusals < MaxRefusals)
            {
                var pause = TimeSpan.FromSeconds(1 << (refusals - 1));
                Log.RefusedOnce(logger, BotToken.SettingOf(options.Value), TokenRedaction.Redact(why), pause.TotalSeconds);
                return pause;
            }

            if (refusals == MaxRefusals)
            {
                Log.Refused(logger, BotToken.SettingOf(options.Value), options.Value.ApiUrl, TokenRedaction.Redact(why));
                Environment.ExitCode = 1;
                lifetime.StopApplication();
            }

            return Timeout.InfiniteTimeSpan;
        }
    }

    /// <summary>Telegram took the token.</summary>
    public void Accepted()
    {
        lock (gate)
        {
            refusals = refusals < MaxRefusals ? 0 : refusals;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message =
            "Telegram refuses the bot token in {Setting} (asked at {ApiUrl}, answered: {Why}). Copy the token from @BotFather (/mybots) into {Setting} and start NewsBot again")]
        public static partial void Refused(ILogger logger, string setting, string apiUrl, string why);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram refuses the bot token in {Setting} ({Why}); asking again in {Seconds} s")]
        public static partial void RefusedOnce(ILogger logger, string setting, string why, double seconds);
    }
}
