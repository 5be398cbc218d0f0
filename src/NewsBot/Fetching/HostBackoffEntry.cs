using NewsBot.Sources;

namespace NewsBot.Fetching;

/// <summary>A site asked for a pause: nothing of it is asked for until then, feeds and pages alike.</summary>
internal sealed class HostBackoffEntry
{
    /// <summary>By <see cref="Source.HostOf"/>.</summary>
    public required string Host { get; set; }

    public DateTimeOffset Until { get; set; }
}
