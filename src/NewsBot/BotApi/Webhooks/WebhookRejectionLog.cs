namespace NewsBot.BotApi.Webhooks;

/// <summary>Tells of posts to the webhook without its secret: the first one, and then once an hour how many there were.</summary>
internal sealed partial class WebhookRejectionLog(TimeProvider time, ILogger<WebhookRejectionLog> logger)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private DateTimeOffset quietUntil;
    private int untold;

    public void Add()
    {
        int count;
        lock (gate)
        {
            untold++;
            var now = time.GetUtcNow();
            if (now < quietUntil)
            {
                return;
            }

            (count, untold, quietUntil) = (untold, 0, now + Quiet);
        }

        Log.Refused(logger, count);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message =
            "{Count} posts to the webhook did not have its secret and were refused; this is said once an hour. They are not Telegram's")]
        public static partial void Refused(ILogger logger, int count);
    }
}
