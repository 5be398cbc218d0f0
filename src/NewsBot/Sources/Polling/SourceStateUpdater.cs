using NewsBot.Fetching;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Polling;

/// <summary>Updates a source after an answer: validators, health, and when it is polled next.</summary>
internal sealed class SourceStateUpdater(PollSchedule schedule)
{
    public const string GoneReason = "The site says that this feed is gone for good (410).";

    /// <summary>It gave its feed.</summary>
    /// <param name="source">Updated in place.</param>
    /// <param name="fetched">The answer.</param>
    /// <param name="feed">What it says.</param>
    /// <param name="added">How many of its entries were not known.</param>
    /// <param name="now">The present instant.</param>
    public void Read(Source source, FetchOutcome.Fetched fetched, Feed feed, int added, DateTimeOffset now)
    {
        source.Title = feed.Title.Length > 0 ? feed.Title : source.Title;
        source.Pace = feed.Pace;
        (source.QuietHours, source.QuietDays) = feed.Quiet;
        PublishRateEstimator.Update(source, feed.Entries.Select(entry => entry.Published).OfType<DateTimeOffset>(), added, now);
        source.EntityTag = fetched.EntityTag;
        source.LastModified = fetched.LastModified;
        source.BaselineAt ??= now;
        Succeed(source, fetched.Freshness, fetched.MovedTo, now);
    }

    /// <summary>It has nothing new.</summary>
    public void Unchanged(Source source, FetchOutcome.NotModified answer, DateTimeOffset now)
    {
        source.UnchangedChecks++;
        Succeed(source, answer.Freshness, answer.MovedTo, now);
    }

    /// <summary>The site asked for a pause (Retry-After). Validators stay; a pause that lasts for a day is a failure like any other.</summary>
    public void Pause(Source source, TimeSpan pause, DateTimeOffset now)
    {
        MarkFailed(source, "The site asks for a pause.", now);
        source.NextCheckAt = schedule.AfterThrottling(source, pause, now);
    }

    /// <summary>The feed does not want to be read at this time, and was not asked.</summary>
    public void Skip(Source source, TimeSpan pause, DateTimeOffset now) => source.NextCheckAt = schedule.AfterThrottling(source, pause, now);

    public void Fail(Source source, string why, DateTimeOffset now)
    {
        MarkFailed(source, why, now);
        source.NextCheckAt = schedule.AfterFailure(source, now);
    }

    /// <summary>The site said twice in a row that the feed is gone.</summary>
    public static void End(Source source)
    {
        source.State = SourceState.Gone;
        source.FailureReason = GoneReason;
    }

    private static void MarkFailed(Source source, string why, DateTimeOffset now)
    {
        source.Failures++;
        source.FailingSince ??= now;
        source.FailureReason = why;
        source.SaidGone = false;
    }

    private void Succeed(Source source, TimeSpan? freshness, Uri? movedTo, DateTimeOffset now)
    {
        Follow(source, movedTo?.AbsoluteUri);
        source.Checks++;
        (source.Failures, source.FailingSince, source.FailureReason, source.SaidGone) = (0, null, null, false);
        source.LastSuccessAt = now;
        source.NextCheckAt = schedule.AfterSuccess(source, freshness, now);
    }

    /// <summary>Once may be a mistake of the site's, or of a captive network between us; the same target twice in a row is a move.</summary>
    private static void Follow(Source source, string? target)
    {
        if (target is not null && target == source.MovedTo)
        {
            source.Address = target;
            source.MovedTo = null;
        }
        else
        {
            source.MovedTo = target;
        }
    }
}
