using NewsBot.Fetching;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Polling;

/// <summary>What an answer means for the source it came from: validators, health, and when it is looked at next.</summary>
internal sealed class SourceStateUpdater(PollSchedule schedule)
{
    /// <summary>It gave its feed.</summary>
    /// <param name="source">Whose state is judged.</param>
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

    /// <summary>It asked for a pause: that is no failure, and its validators and health stay.</summary>
    public void Pause(Source source, TimeSpan pause, DateTimeOffset now) =>
        source.NextCheckAt = schedule.AfterThrottling(source, pause, now);

    public void Fail(Source source, string why, DateTimeOffset now)
    {
        source.Failures++;
        source.FailingSince ??= now;
        source.FailureReason = why;
        source.NextCheckAt = schedule.AfterFailure(source, now);
    }

    public static void Gone(Source source)
    {
        source.State = SourceState.Gone;
        source.FailureReason = "The site says that this feed is gone for good (410).";
    }

    private void Succeed(Source source, TimeSpan? freshness, Uri? movedTo, DateTimeOffset now)
    {
        Follow(source, movedTo?.AbsoluteUri);
        source.Checks++;
        (source.Failures, source.FailingSince, source.FailureReason) = (0, null, null);
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
