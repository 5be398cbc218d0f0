using System.Net.Http.Headers;

namespace NewsBot.Fetching;

/// <summary>What an answer's headers say about itself.</summary>
internal static class ResponseHeaders
{
    /// <summary>The first value of a header exactly as it was sent, or null.</summary>
    public static string? Raw(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.Count > 0 ? values.First() : null;

    /// <summary>The time left until the answer is stale (RFC 9111, 4.2): max-age, else Expires, less the age it came with. Null when not said or over.</summary>
    public static TimeSpan? Freshness(HttpResponseMessage response, DateTimeOffset now)
    {
        var cache = response.Headers.CacheControl;
        if (cache is { NoCache: true } or { NoStore: true })
        {
            return null;
        }

        var lifetime = cache?.MaxAge ?? response.Content.Headers.Expires - (response.Headers.Date ?? now);
        var left = lifetime - (response.Headers.Age ?? TimeSpan.Zero);
        return left > TimeSpan.Zero ? left : null;
    }

    /// <summary>Retry-After as a pause from now (zero when its date has passed), or null when there is none that can be read.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var pause = response.Headers.RetryAfter is { } retry ? retry.Delta ?? retry.Date - now : null;
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }
}
