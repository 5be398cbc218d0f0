using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NewsBot.BotApi.Updates;

namespace NewsBot.BotApi.Webhooks;

/// <summary>Takes what is posted to the webhook into the <see cref="Inbox"/>.</summary>
internal sealed partial class WebhookReceiver(WebhookSecret secret, WebhookRejectionLog refusals, Inbox inbox, ILogger<WebhookReceiver> logger)
{
    /// <summary>The header in which Telegram sends the secret.</summary>
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private volatile bool isTold;

    /// <summary>Whether the post is Telegram's, by its secret.</summary>
    public bool Admits(string given)
    {
        var isTelegrams = secret.Is(given);
        if (!isTelegrams)
        {
            refusals.Add();
        }

        return isTelegrams;
    }

    /// <summary>
    /// Stores an update, or sets aside what is none. Returns false when it could not be stored: then it should not be acknowledged,
    /// so that Telegram repeats it.
    /// </summary>
    public async Task<bool> StoreAsync(ReceivedUpdate update, CancellationToken cancellationToken)
    {
        try
        {
            await inbox.StoreAsync([update], cancellationToken);
            isTold = false;
            return true;
        }
        catch (Exception exception) when (exception is DbUpdateException or DbException)
        {
            if (!isTold)
            {
                isTold = true;
                Log.NotStored(logger, exception);
            }

            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "An update cannot be stored, and Telegram is asked to repeat it; this is said once until it works")]
        public static partial void NotStored(ILogger logger, Exception exception);
    }
}
