using Microsoft.Extensions.Options;

namespace NewsBot.Sources.Polling;

/// <summary>Decides when a source is looked at next. Knows no clock: the caller says what time it is.</summary>
internal sealed class PollSchedule(IOptions<SourceOptions> options, Random random)
{
    /// <summary>Waits are lengthened by up to this share, so that sources that were added together do not stay together.</summary>
    private const double Jitter = 0.1;

    /// <summary>A longer Retry-After is a mistake or a way to be rid of us; a week is asked anew.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(7);

    private TimeSpan Minimum => options.Value.MinimumInterval;

    private TimeSpan Maximum => options.Value.MaximumInterval > Minimum ? options.Value.MaximumInterval : Minimum;

    /// <summary>Not before the answer is stale, nor before the pace that the feed asks for.</summary>
    public DateTimeOffset AfterSuccess(DateTimeOffset now, TimeSpan? freshness, TimeSpan? pace) =>
        now + Within(TimeSpan.FromTicks(Math.Max((freshness ?? TimeSpan.Zero).Ticks, (pace ?? TimeSpan.Zero).Ticks)));

    /// <summary>Doubles the wait with each failure in a row; <paramref name="failures"/> counts this one.</summary>
    public DateTimeOffset AfterFailure(DateTimeOffset now, int failures)
    {
        var wait = Minimum;
        for (var failure = 1; failure < failures && wait < Maximum; failure++)
        {
            wait *= 2;
        }

        return now + Within(wait);
    }

    /// <summary>What the site asked for, even where that is longer than the longest interval.</summary>
    public DateTimeOffset AfterThrottling(DateTimeOffset now, TimeSpan pause)
    {
        var wait = pause < LongestPause ? pause : LongestPause;
        return now + (wait > Minimum ? wait : Minimum);
    }

    private TimeSpan Within(TimeSpan wait)
    {
        var bounded = wait < Minimum ? Minimum : wait > Maximum ? Maximum : wait;
        var spread = bounded * (1 + (Jitter * random.NextDouble()));
        return spread > Maximum ? Maximum : spread;
    }
}
