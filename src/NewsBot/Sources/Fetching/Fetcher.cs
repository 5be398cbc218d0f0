using System.Net;
using System.Text;
using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Fetching;

/// <summary>
/// GETs feeds and pages with good manners: its own name, conditional requests, turns by host, limits of time and size.
/// It never tries again by itself: the schedules of those who ask do.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    private const int MaximumRedirects = 5;

    private readonly HttpClient client;
    private readonly HostTurns turns;
    private readonly SourceOptions options;
    private readonly TimeProvider time;

    public Fetcher(AddressGuard guard, HostTurns turns, IOptions<SourceOptions> options, TimeProvider time)
    {
        this.turns = turns;
        this.options = options.Value;
        this.time = time;
        client = new HttpClient(CreateHandler(guard)) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Of(this.options));
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "*/*");
    }

    /// <summary>Throws only when cancelled; every other ending is an outcome.</summary>
    public async Task<FetchOutcome> GetAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var trail = new RedirectTrail(request.Address);
        var remaining = options.Timeout;
        for (var requests = 0; requests <= MaximumRedirects; requests++)
        {
            using var turn = await turns.TakeAsync(Source.HostOf(trail.Address), cancellationToken);
            var start = time.GetTimestamp();
            var (outcome, why) = await StepAsync(request, trail, remaining, cancellationToken);
            remaining -= time.GetElapsedTime(start);
            if (why is not null)
            {
                return new FetchOutcome.Failed(why);
            }

            if (outcome is not null)
            {
                return outcome;
            }
        }

        return new FetchOutcome.Failed($"The site sends from one address to the next without end (more than {MaximumRedirects} redirects).");
    }

    public void Dispose() => client.Dispose();

    /// <summary>One request. Returns neither an outcome nor a reason when it was a redirect, which the trail has then followed.</summary>
    private async Task<(FetchOutcome? Outcome, string? Why)> StepAsync(
        FetchRequest request, RedirectTrail trail, TimeSpan remaining, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var message = Compose(request, trail.Address);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return RedirectTrail.IsRedirect(response)
                ? (null, trail.Follow(response))
                : (await JudgeAsync(request, trail, response, either.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"{trail.Address.Host} did not answer in full within {options.Timeout.TotalSeconds:0} seconds.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException && FetchFailures.Explains(exception, trail.Address) is { } why)
        {
            return (null, why);
        }
    }

    private async Task<FetchOutcome> JudgeAsync(
        FetchRequest request, RedirectTrail trail, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return await ReadAsync(trail, response, now, cancellationToken);
            case HttpStatusCode.NotModified when request.IsConditional:
                return new FetchOutcome.NotModified(AnswerHeaders.Freshness(response, now), trail.MovedTo);
            case HttpStatusCode.Gone:
                return new FetchOutcome.Gone();
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                when AnswerHeaders.RetryAfter(response, now) is { } pause:
                return new FetchOutcome.Throttled(pause);
            default:
                return new FetchOutcome.Failed(FetchFailures.Of(response.StatusCode, trail.Address));
        }
    }

    private async Task<FetchOutcome> ReadAsync(
        RedirectTrail trail, HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = await CappedBody.ReadAsync(response.Content, options.MaximumBytes, cancellationToken);
        if (body is null)
        {
            return new FetchOutcome.Failed($"The answer is larger than {options.MaximumBytes} bytes (Sources:MaximumBytes).");
        }

        return new FetchOutcome.Fetched(
            body.Value,
            AnswerHeaders.Raw(response.Content.Headers, "Content-Type"),
            trail.Address,
            AnswerHeaders.Raw(response.Headers, "ETag"),
            AnswerHeaders.Raw(response.Content.Headers, "Last-Modified"),
            AnswerHeaders.Freshness(response, now),
            trail.MovedTo);
    }

    private static HttpRequestMessage Compose(FetchRequest request, Uri address)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        if (request.EntityTag is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", request.EntityTag);
        }

        if (request.LastModified is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Modified-Since", request.LastModified);
        }

        return message;
    }

    private static SocketsHttpHandler CreateHandler(AddressGuard guard) => new()
    {
        ConnectCallback = guard.ConnectAsync,
        UseProxy = false, // A proxy would connect for us, past the guard.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5), // A host that moves is looked up again.
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1, // As header values are read: a validator goes back byte for byte.
    };
}
