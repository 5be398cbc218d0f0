namespace NewsBot.Sources.Polling;

/// <summary>How often a source has news, learnt from the dates of its entries, and where it gives none that help, from when they were first seen.</summary>
internal static class PublishRateEstimator
{
    /// <summary>Enough to even out a burst, few enough to follow a source that changes its habits.</summary>
    private const int Looked = 20;

    /// <summary>Two entries say nothing: they may be a pair.</summary>
    private const int Fewest = 3;

    /// <summary>Of what is learnt anew, so much is believed at once: entries come in clusters.</summary>
    private const double Weight = 0.25;

    /// <summary>Dates that lie closer together are those of the feed's making, not of its entries.</summary>
    private static readonly TimeSpan Narrowest = TimeSpan.FromMinutes(1);

    /// <summary>Learns from a feed.</summary>
    /// <param name="source">Whose <see cref="Source.TypicalGap"/> and <see cref="Source.LastNewsAt"/> are brought up to date.</param>
    /// <param name="dates">Of all its entries that have one.</param>
    /// <param name="added">How many entries were not known.</param>
    /// <param name="now">The present instant.</param>
    public static void Update(Source source, IEnumerable<DateTimeOffset> dates, int added, DateTimeOffset now)
    {
        var newest = dates.Where(date => date <= now).OrderDescending().Take(Looked).ToList();
        var dated = newest.Count >= Fewest ? (newest[0] - newest[^1]) / (newest.Count - 1) : TimeSpan.Zero;
        if (dated >= Narrowest / Looked && newest[0] - newest[^1] >= Narrowest)
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
