using System.Text;
using Microsoft.Extensions.Options;
using NewsBot.BotApi;
using NewsBot.BotApi.Updates;
using NewsBot.BotApi.Webhooks;

namespace NewsBot.Web;

/// <summary>Where Telegram posts updates. It exists only while they come by webhook.</summary>
internal static class WebhookEndpoint
{
    public static void MapWebhook(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<TelegramOptions>>().Value.Updates == UpdateDelivery.Webhook)
        {
            endpoints.MapPost(WebhookSettingsValidator.Path, TakeAsync);
        }
    }

    // 200 is a receipt: Telegram forgets the update then, and repeats it after anything else.
    private static async Task<IResult> TakeAsync(HttpRequest request, WebhookReceiver receiver, CancellationToken cancellationToken)
    {
        if (!receiver.Admits(request.Headers[WebhookReceiver.SecretHeader].ToString()))
        {
            return Results.Unauthorized(); // before a byte of the body is read
        }

        ReceivedUpdate update;
        try
        {
            update = await ReadAsync(request.Body, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return Results.BadRequest(); // broken off half-way: nobody hears this, and Telegram posts it again
        }

        return await receiver.StoreAsync(update, cancellationToken)
            ? Results.Ok()
            : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>
    /// Keeps 1 MiB of a body at most. It is read to its end all the same, within Kestrel's own limit of 30 MB: who is still sending
    /// may not hear the receipt, and would send it again for a day.
    /// </summary>
    private static async Task<ReceivedUpdate> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var isWhole = true;
        for (int read; (read = await body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            var room = ReceivedUpdate.MaxText - (int)kept.Length;
            isWhole &= read <= room;
            kept.Write(buffer, 0, Math.Min(read, room));
        }

        return ReceivedUpdate.Of(Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length), isWhole);
    }
}
