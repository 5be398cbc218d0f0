using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Telemetry;

namespace NewsBot.BotApi;

/// <summary>Ends the service, with exit code 1, when Telegram does not know the token: trying again cannot help.</summary>
internal sealed partial class InvalidTokenShutdown(IHostApplicationLifetime lifetime, IOptions<TelegramOptions> options, ILogger<InvalidTokenShutdown> logger)
{
    private int told;

    /// <summary>Says once what is wrong and begins the end. Returns how long the caller should wait for it: until it is cancelled.</summary>
    public TimeSpan Stop(string why)
    {
        if (Interlocked.Exchange(ref told, 1) == 0)
        {
            Log.Refused(logger, BotToken.SettingOf(options.Value), options.Value.ApiUrl, TokenRedaction.Redact(why));
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }

        return Timeout.InfiniteTimeSpan;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message =
            "Telegram refuses the bot token in {Setting} (asked at {ApiUrl}, answered: {Why}). Copy the token from @BotFather (/mybots) into {Setting} and start NewsBot again")]
        public static partial void Refused(ILogger logger, string setting, string apiUrl, string why);
    }
}
