using System.Net.Http.Headers;
using System.Text;

namespace NewsBot.Sandbox.Updates;

/// <summary>Posts updates to the bot's webhook: one at a time for each order key, again and again until the bot says 2xx or the update expires.</summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly UpdateQueue updates;
    private readonly TimeProvider time;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Lock gate = new();
    private readonly HashSet<string> busy = [];
    private CancellationTokenSource stopping = new();

    public WebhookSender(SandboxWorld world)
    {
        (updates, time) = (world.Updates, world.Time);
        updates.Arrived += Drain;
    }

    public WebhookTarget? Target { get; private set; }

    public (DateTimeOffset At, string Why)? LastFailure { get; private set; }

    public void Start(WebhookTarget target)
    {
        Stop();
        lock (gate)
        {
            stopping = new CancellationTokenSource();
            Target = target;
            LastFailure = null;
        }
        foreach (var order in updates.Pending().Select(update => update.Order).Distinct())
        {
            Drain(order);
        }
    }

    public void Stop()
    {
        lock (gate)
        {
            Target = null;
            stopping.Cancel();
            busy.Clear();
        }
    }

    public void Dispose()
    {
        updates.Arrived -= Drain;
        Stop();
        stopping.Dispose();
        http.Dispose();
    }

    private void Drain(string order)
    {
        lock (gate)
        {
            if (Target is { } target && busy.Add(order))
            {
                _ = DrainAsync(order, target, stopping.Token);
            }
        }
    }

    private async Task DrainAsync(string order, WebhookTarget target, CancellationToken cancellation)
    {
        await Task.Yield();
        var pause = FirstPause;
        while (!cancellation.IsCancellationRequested && Next(order, cancellation) is { } update)
        {
            var failure = await PostAsync(update, target, cancellation);
            if (failure is null)
            {
                updates.Remove(update.Id);
                pause = FirstPause;
            }
            else if (!cancellation.IsCancellationRequested)
            {
                LastFailure = (time.GetUtcNow(), failure);
                await Task.Delay(pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    // An update that arrives between "there is none" and "no longer busy" would wait for the next one: so both happen under the gate.
    private QueuedUpdate? Next(string order, CancellationToken cancellation)
    {
        lock (gate)
        {
            var next = updates.First(order);
            if (next is null && !cancellation.IsCancellationRequested)
            {
                busy.Remove(order);
            }
            return next;
        }
    }

    /// <returns>Why it failed, or null.</returns>
    private async Task<string?> PostAsync(QueuedUpdate update, WebhookTarget target, CancellationToken cancellation)
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
            return response.IsSuccessStatusCode ? null : $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return "Connection failed";
        }
    }
}
