namespace NewsBot.Content.Dates;

/// <summary>What a date says of its zone. Some say it twice ("+0200 CEST", "-05:00Z"): a number goes before a name.</summary>
internal sealed class ZoneParts
{
    private TimeSpan? numeric;
    private TimeSpan? named;
    private TimeZoneInfo? region;

    /// <summary>Takes "+0200", "-08:00", "GMT+2", "EST", "Europe/Kyiv"; false when it is none, or contradicts what was said before.</summary>
    public bool Take(string word)
    {
        if (TimeZoneNames.Numeric(word) is { } offset)
        {
            var isNew = numeric is null || numeric == offset;
            numeric ??= offset;
            return isNew;
        }

        if (TimeZoneNames.Named(word) is { } name)
        {
            var isNew = named is null || named == name || named == TimeSpan.Zero || numeric is not null;
            named = named is null || named == TimeSpan.Zero ? name : named;
            return isNew;
        }

        region ??= TimeZoneNames.Region(word);
        return region is not null && word.Contains('/', StringComparison.Ordinal);
    }

    /// <summary>What is ahead of UTC at a local time. An hour that a region skips or repeats counts as standard time.</summary>
    public TimeSpan OffsetAt(DateTime local) => numeric ?? named ?? region?.GetUtcOffset(local) ?? TimeSpan.Zero;
}
