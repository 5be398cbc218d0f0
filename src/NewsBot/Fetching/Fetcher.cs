using System.Net;
using Microsoft.Extensions.Options;
using NewsBot.Sources;

namespace NewsBot.Fetching;

/// <summary>
/// GETs feeds and pages with good manners: its own name, conditional requests, turns and pauses by host, limits of time and size.
/// It never tries again by itself: the schedules of those who ask do.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    private const int MaximumRedirects = 5;

    private readonly HttpClient client;
    private readonly HostRateLimiter turns;
    private readonly HostBackoff pauses;
    private readonly RequestBuilder composer;
    private readonly SourceOptions options;
    private readonly TimeProvider time;

    public Fetcher(AddressGuard guard, HostRateLimiter turns, HostBackoff pauses, IOptions<SourceOptions> options, TimeProvider time)
    {
        this.turns = turns;
        this.pauses = pauses;
        this.options = options.Value;
        this.time = time;
        composer = new RequestBuilder(guard, this.options);
        Handler = FetchHttpHandler.Create(guard, this.options);
        client = new HttpClient(Handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.Of(this.options));
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "*/*");
    }

    /// <summary>How it connects, until the first request.</summary>
    internal SocketsHttpHandler Handler { get; }

    /// <summary>Throws only when cancelled; every other ending is an outcome.</summary>
    public async Task<FetchOutcome> GetAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var trail = new RedirectChain(request.Address);
        var remaining = options.Timeout;
        for (var requests = 0; requests <= MaximumRedirects; requests++)
        {
            var host = Source.HostOf(trail.Address);
            using var turn = await turns.TakeAsync(host, cancellationToken);
            if (pauses.Left(host) is { } left)
            {
                return new FetchOutcome.Throttled(left);
            }

            var start = time.GetTimestamp();
            var outcome = await StepAsync(request, trail, remaining, cancellationToken);
            remaining -= time.GetElapsedTime(start);
            if (outcome is FetchOutcome.Throttled throttled)
            {
                await pauses.HoldAsync(host, throttled.After, cancellationToken);
            }

            if (outcome is not null)
            {
                return outcome;
            }
        }

        return new FetchOutcome.Failed($"The site sends from one address to the next without end (more than {MaximumRedirects} redirects).");
    }

    public void Dispose() => client.Dispose();

    /// <summary>One request. Returns null when it was a redirect, which the trail has then followed.</summary>
    private async Task<FetchOutcome?> StepAsync(
        FetchRequest request, RedirectChain trail, TimeSpan remaining, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var message = await composer.ComposeAsync(request, trail.Address, either.Token);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return RedirectChain.IsRedirect(response)
                ? trail.Follow(response) is { } why ? new FetchOutcome.Failed(why) : null
                : await JudgeAsync(request, trail, response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FetchOutcome.Failed($"{trail.Address.Host} did not answer in full within {options.Timeout.TotalSeconds:0} seconds.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException && FetchFailures.Explains(exception, trail.Address) is { } why)
        {
            return new FetchOutcome.Failed(why);
        }
    }

    private async Task<FetchOutcome> JudgeAsync(
        FetchRequest request, RedirectChain trail, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        switch (response.StatusCode)
        {
            case HttpStatusCode.OK:
                return await ReadAsync(trail, response, now, cancellationToken);
            case HttpStatusCode.NotModified when request.IsConditional:
                return new FetchOutcome.NotModified(ResponseHeaders.Freshness(response, now), trail.MovedTo);
            case HttpStatusCode.Gone:
                return new FetchOutcome.Gone();
            case HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                when ResponseHeaders.RetryAfter(response, now) is { } pause:
                return new FetchOutcome.Throttled(pause < HostBackoff.Longest ? pause : HostBackoff.Longest);
            default:
                return new FetchOutcome.Failed(FetchFailures.Of(response.StatusCode, trail.Address), FetchFailures.IsLasting(response.StatusCode));
        }
    }

    private async Task<FetchOutcome> ReadAsync(
        RedirectChain trail, HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var body = await BoundedBodyReader.ReadAsync(response.Content, options.MaximumBytes, cancellationToken);
        if (body is null)
        {
            return new FetchOutcome.Failed($"The answer is larger than {options.MaximumBytes} bytes (Sources:MaximumBytes).");
        }

        return new FetchOutcome.Fetched(
            body.Value,
            ResponseHeaders.Raw(response.Content.Headers, "Content-Type"),
            trail.Address,
            ResponseHeaders.Raw(response.Headers, "ETag"),
            ResponseHeaders.Raw(response.Content.Headers, "Last-Modified"),
            ResponseHeaders.Freshness(response, now),
            trail.MovedTo);
    }
}
