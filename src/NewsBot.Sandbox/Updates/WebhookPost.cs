using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Sandbox.Updates;

/// <summary>Posts one update to the bot, once.</summary>
internal sealed class WebhookPost(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromHours(1);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };

    public async Task<WebhookAnswer> SendAsync(QueuedUpdate update, WebhookTarget target, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Url)
        {
            Content = new StringContent(update.Json, Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        if (target.Secret is { } secret)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? new WebhookAnswer(null, Call: await CallInAsync(response, cancellation))
                : new WebhookAnswer(
                    $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}",
                    RetryAfterOf(response),
                    response.StatusCode == HttpStatusCode.Gone);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return new WebhookAnswer("Connection failed");
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonObject?> CallInAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }
        try
        {
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation)) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - time.GetUtcNow() : null;
        return asked > MaxRetryAfter ? MaxRetryAfter : asked > TimeSpan.Zero ? asked : null;
    }
}
