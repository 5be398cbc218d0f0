using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Fetching;
using NewsBot.Sources;
using NewsBot.Sources.Polling;

namespace NewsBot.Benchmarks.Polling;

/// <summary>
/// A week of many feeds in fake time, second by second: the schedule, the judgement and the turns of hosts are the program's own. Beside
/// it the default schedule of miniflux on the same week, by its documentation: each hour a batch of 100 feeds, those first whose last
/// check is longest ago; and the same without the limit of the batch.
/// </summary>
internal sealed class SimulatedWeek
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddDays(7);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider time = new(Start);
    private readonly List<SimulatedFeed> feeds;
    private readonly HostRateLimiter turns;
    private readonly SourceStateUpdater judge;
    private readonly Dictionary<SimulatedFeed, int> seen = [];
    private readonly Dictionary<string, DateTimeOffset> askedAt = [];
    private readonly Dictionary<string, DateTimeOffset> pausedUntil = [];
    private readonly List<double> delays = [];
    private int spacingViolations;

    private SimulatedWeek(int count)
    {
        // A fifth of the feeds share ten hosts, as feeds of hosted blogs and big sites do.
        var random = new Random(1);
        feeds = [.. Enumerable.Range(0, count).Select(number => new SimulatedFeed(
            number, number % 5 == 0 ? $"shared-{number / 5 % 10}.example" : $"site-{number}.example", Start, random))];
        var options = Options.Create(new SourceOptions());
        turns = new HostRateLimiter(options, time);
        judge = new SourceStateUpdater(new PollSchedule(options, new Random(2)));
    }

    public static int Run(int count)
    {
        var week = new SimulatedWeek(count);
        week.Live();
        week.Tell();
        return 0;
    }

    private void Live()
    {
        // Nobody is behind these requests: a turn is had at once or after the fake clock has moved.
        var waiting = new Dictionary<string, (SimulatedFeed Feed, Task<IDisposable> Turn)>();
        for (; time.GetUtcNow() < End; time.Advance(Step))
        {
            var now = time.GetUtcNow();
            foreach (var feed in feeds.Where(feed => feed.Source.NextCheckAt <= now).OrderBy(feed => feed.Source.NextCheckAt))
            {
                if (!waiting.ContainsKey(feed.Source.Host))
                {
                    waiting[feed.Source.Host] = (feed, turns.TakeAsync(feed.Source.Host, CancellationToken.None));
                }
            }

            foreach (var (host, (feed, turn)) in waiting.Where(pair => pair.Value.Turn.IsCompleted).ToList())
            {
                using (turn.GetAwaiter().GetResult())
                {
                    Ask(feed, now);
                }

                waiting.Remove(host);
            }
        }
    }

    /// <summary>As the check of a source does it: quiet times and pauses first, then the request and its judgement.</summary>
    private void Ask(SimulatedFeed feed, DateTimeOffset now)
    {
        var source = feed.Source;
        var quietEnd = new SkipSchedule(source.QuietHours, source.QuietDays).End(now);
        var free = pausedUntil.GetValueOrDefault(source.Host) is var until && until > quietEnd ? until : quietEnd;
        if (free > now)
        {
            judge.Pause(source, free - now, now);
            return;
        }

        spacingViolations += askedAt.TryGetValue(source.Host, out var last) && now - last < TimeSpan.FromSeconds(2) ? 1 : 0;
        askedAt[source.Host] = now;
        var (outcome, content) = feed.Answer(now);
        switch (outcome)
        {
            case FetchOutcome.Fetched fetched:
                judge.Read(source, fetched, content!, Notice(feed, now), now);
                break;
            case FetchOutcome.NotModified unchanged:
                judge.Unchanged(source, unchanged, now);
                break;
            case FetchOutcome.Throttled throttled:
                pausedUntil[source.Host] = now + throttled.After;
                judge.Pause(source, throttled.After, now);
                break;
            default:
                judge.Fail(source, "It is broken.", now);
                break;
        }
    }

    /// <summary>Takes down how late the new entries are. Those of the first look are no news.</summary>
    private int Notice(SimulatedFeed feed, DateTimeOffset now)
    {
        var count = feed.CountAt(now);
        if (seen.TryGetValue(feed, out var before))
        {
            delays.AddRange(feed.Published.Take(count).Skip(before).Select(at => (now - at).TotalMinutes));
        }

        seen[feed] = count;
        return count - before;
    }

    private void Tell()
    {
        var requests = feeds.Sum(feed => feed.Requests);
        Console.WriteLine($"{feeds.Count:N0} feeds, a week: {requests:N0} requests, {100.0 * feeds.Sum(feed => feed.NotModified) / requests:F0} % of them answered 304");
        Console.WriteLine($"unconditional repeats    {feeds.Sum(feed => feed.UnconditionalRepeats),8:N0}");
        Console.WriteLine($"spacing violations       {spacingViolations,8:N0}");
        Console.WriteLine($"early requests           {feeds.Sum(feed => feed.Early),8:N0}");
        Console.WriteLine("minutes from publication to read:");
        var ours = Line("NewsBot", delays, null);
        Line("miniflux, unlimited", HourlyBatches(int.MaxValue), ours);
        Line("miniflux, default", HourlyBatches(100), ours);
    }

    /// <summary>Prints a line, and returns the median.</summary>
    private static double Line(string name, List<double> minutes, double? ours)
    {
        minutes.Sort();
        var median = minutes[minutes.Count / 2];
        var ratio = ours is null ? "" : $"   NewsBot's median is {ours / median:F2} of it";
        Console.WriteLine($"{name,-22} median {median,6:F1}, p90 {minutes[minutes.Count * 9 / 10],6:F1}, {minutes.Count,7:N0} entries{ratio}");
        return median;
    }

    private List<double> HourlyBatches(int batch)
    {
        var late = new List<double>();
        var checkedAt = feeds.ToDictionary(feed => feed, _ => DateTimeOffset.MinValue);
        for (var now = Start; now < End; now = now.AddHours(1))
        {
            foreach (var feed in feeds.Where(feed => now - checkedAt[feed] >= TimeSpan.FromHours(1)).OrderBy(feed => checkedAt[feed]).Take(batch).ToList())
            {
                if (checkedAt[feed] > DateTimeOffset.MinValue)
                {
                    late.AddRange(feed.Published.Take(feed.CountAt(now)).Skip(feed.CountAt(checkedAt[feed])).Select(at => (now - at).TotalMinutes));
                }

                checkedAt[feed] = now;
            }
        }

        return late;
    }
}
