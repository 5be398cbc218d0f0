using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Polling;

/// <summary>
/// Decides when a source is polled next: as soon as its publish rate makes news likely, not before its caches and hints allow, and within the settings.
/// Knows no clock: the caller says what time it is.
/// </summary>
internal sealed class PollSchedule(IOptions<SourceOptions> options, Random random)
{
    /// <summary>Waits are lengthened by up to this share, so that sources that were added together do not stay together.</summary>
    private const double Jitter = 0.1;

    /// <summary>Looks between two news. More of them cost a 304 each, and bring the news of a slow source sooner.</summary>
    private const double LooksPerNews = 8;

    /// <summary>A source whose every answer is the whole feed is polled half as often.</summary>
    private const double DearerWithoutValidators = 2;

    /// <summary>A silence counts for as much as a gap of a quarter of its length: a night is not yet a change of habit.</summary>
    private const double SilenceCounts = 0.25;

    private TimeSpan Minimum => options.Value.MinimumInterval;

    private TimeSpan Maximum => options.Value.MaximumInterval > Minimum ? options.Value.MaximumInterval : Minimum;

    /// <summary>By the source's habits, and not before the answer is stale nor before the pace that the feed asks for.</summary>
    /// <param name="source">As it is after the answer.</param>
    /// <param name="freshness">For how long the answer holds, or null.</param>
    /// <param name="now">The present instant.</param>
    public DateTimeOffset AfterSuccess(Source source, TimeSpan? freshness, DateTimeOffset now)
    {
        var asked = Longer(freshness ?? TimeSpan.Zero, source.Pace ?? TimeSpan.Zero);
        return Allowed(source, now + Within(Longer(asked, ByHabit(source, now))));
    }

    /// <summary>Doubles the wait with each failure in a row, of which <see cref="Source.Failures"/> counts this one.</summary>
    public DateTimeOffset AfterFailure(Source source, DateTimeOffset now)
    {
        var wait = Minimum;
        for (var failure = 1; failure < source.Failures && wait < Maximum; failure++)
        {
            wait *= 2;
        }

        return Allowed(source, now + Within(wait));
    }

    /// <summary>What the site asked for, even where that is longer than the longest interval.</summary>
    public DateTimeOffset AfterThrottling(Source source, TimeSpan pause, DateTimeOffset now) => Allowed(source, now + Longer(pause, Minimum));

    private TimeSpan ByHabit(Source source, DateTimeOffset now)
    {
        var dearer = source.EntityTag is null && source.LastModified is null ? DearerWithoutValidators : 1;
        var silence = source.LastNewsAt is { } last && now > last ? (now - last) * SilenceCounts : TimeSpan.Zero;
        return Longer(Minimum * dearer, Longer(source.TypicalGap ?? TimeSpan.Zero, silence) / LooksPerNews * dearer);
    }

    /// <summary>The times that the feed itself keeps free may lead beyond the longest interval.</summary>
    private DateTimeOffset Allowed(Source source, DateTimeOffset next)
    {
        var end = new SkipSchedule(source.QuietHours, source.QuietDays).End(next);
        return end == next ? next : end + (Jitter * random.NextDouble() * TimeSpan.FromHours(1));
    }

    private TimeSpan Within(TimeSpan wait)
    {
        var bounded = wait < Minimum ? Minimum : wait > Maximum ? Maximum : wait;
        var spread = bounded * (1 + (Jitter * random.NextDouble()));
        return spread > Maximum ? Maximum : spread;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
