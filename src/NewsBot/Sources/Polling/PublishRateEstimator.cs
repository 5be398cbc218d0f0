namespace NewsBot.Sources.Polling;

/// <summary>How often a source publishes: learned from the dates of its entries, else from when they were first seen.</summary>
internal static class PublishRateEstimator
{
    /// <summary>Enough to even out a burst, few enough to follow a source that changes its habits.</summary>
    private const int SampleSize = 20;

    /// <summary>Two entries say nothing: they may be a pair.</summary>
    private const int MinSample = 3;

    /// <summary>Weight of a new observation: entries come in clusters.</summary>
    private const double Weight = 0.25;

    /// <summary>Dates closer together are those of when the feed was made, not of its entries.</summary>
    private static readonly TimeSpan MinSpan = TimeSpan.FromMinutes(1);

    /// <summary>Learns from a feed.</summary>
    /// <param name="source">Whose <see cref="Source.TypicalGap"/> and <see cref="Source.LastNewsAt"/> are brought up to date.</param>
    /// <param name="dates">Of all its entries that have one.</param>
    /// <param name="added">How many entries were not known.</param>
    /// <param name="now">The present instant.</param>
    public static void Update(Source source, IEnumerable<DateTimeOffset> dates, int added, DateTimeOffset now)
    {
        var newest = dates.Where(date => date <= now).OrderDescending().Take(SampleSize).ToList();
        var dated = newest.Count >= MinSample ? (newest[0] - newest[^1]) / (newest.Count - 1) : TimeSpan.Zero;
        if (dated >= MinSpan / SampleSize && newest[0] - newest[^1] >= MinSpan)
        {
            source.TypicalGap = dated;
            source.LastNewsAt = newest[0];
        }
        else if (added > 0)
        {
            var seen = (now - (source.LastNewsAt ?? now)) / added;
            source.TypicalGap = source.TypicalGap is { } known ? known + (Weight * (seen - known)) : seen > TimeSpan.Zero ? seen : null;
            source.LastNewsAt = now;
        }
    }
}
