namespace NewsBot.Fetching;

/// <summary>How a GET ended. The caller must choose between the cases, so they are values and not exceptions.</summary>
internal abstract record FetchOutcome
{
    /// <summary>304: nothing new.</summary>
    /// <param name="Freshness">For how long that holds by Cache-Control or Expires, or null.</param>
    /// <param name="MovedTo">As of <see cref="Fetched"/>.</param>
    internal sealed record NotModified(TimeSpan? Freshness = null, Uri? MovedTo = null) : FetchOutcome;

    /// <summary>200 with the decompressed body, at most Sources:MaximumBytes long.</summary>
    /// <param name="Body">The bytes as sent, decompressed.</param>
    /// <param name="ContentType">The Content-Type header, or null.</param>
    /// <param name="Address">The address that answered, after redirects.</param>
    /// <param name="EntityTag">ETag, opaque, or null.</param>
    /// <param name="LastModified">Last-Modified, opaque, or null.</param>
    /// <param name="Freshness">For how long the answer is fresh by Cache-Control or Expires, or null.</param>
    /// <param name="MovedTo">Where the address asked for has moved for good: set when every redirect on the way was permanent (301, 308).</param>
    internal sealed record Fetched(
        ReadOnlyMemory<byte> Body,
        string? ContentType,
        Uri Address,
        string? EntityTag,
        string? LastModified,
        TimeSpan? Freshness,
        Uri? MovedTo) : FetchOutcome;

    /// <summary>410: it will not come back.</summary>
    internal sealed record Gone : FetchOutcome;

    /// <summary>429 or 503 with Retry-After: not before that long.</summary>
    internal sealed record Throttled(TimeSpan After) : FetchOutcome;

    /// <summary>Anything else, with the reason in a sentence for people.</summary>
    /// <param name="Why">The reason.</param>
    /// <param name="IsLasting">Whether asking again within minutes would end the same way, as after 401, 403 and 404.</param>
    internal sealed record Failed(string Why, bool IsLasting = false) : FetchOutcome;
}
