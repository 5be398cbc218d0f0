using System.Net;
using System.Text;

namespace NewsBot.EndToEnd.Tests;

/// <summary>Posts to the bot's webhook, as Telegram or as anybody else.</summary>
internal sealed class WebhookCaller(EndToEnd world) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false });

    /// <returns>The answer's status; null where the bot ended the connection before it had all of the body.</returns>
    public async Task<HttpStatusCode?> PostAsync(string body, string? secret = EndToEnd.WebhookSecret, bool isChunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, world.Webhook) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = isChunked;
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        try
        {
            using var answer = await http.SendAsync(request, world.Limit);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async Task<HttpStatusCode> GetAsync(Uri address)
    {
        using var answer = await http.GetAsync(address, world.Limit);
        return answer.StatusCode;
    }

    public void Dispose() => http.Dispose();
}
