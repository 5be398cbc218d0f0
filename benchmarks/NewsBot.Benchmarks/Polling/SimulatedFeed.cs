using System.Globalization;
using NewsBot.Fetching;
using NewsBot.Sources;
using NewsBot.Sources.Feeds;

namespace NewsBot.Benchmarks.Polling;

/// <summary>A feed of a made-up week and the server that it stands on, which keeps count of what is asked of it.</summary>
internal sealed class SimulatedFeed
{
    /// <summary>Most feeds of the web show between ten and fifty entries.</summary>
    private const int Shown = 20;

    private readonly TimeSpan? freshness;
    private readonly TimeSpan? pace;
    private readonly SkipSchedule quiet;
    private readonly bool hasValidators;
    private readonly (DateTimeOffset From, DateTimeOffset To)? busy;
    private readonly (DateTimeOffset From, DateTimeOffset To)? broken;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset? answeredAt;

    public SimulatedFeed(int number, string host, DateTimeOffset start, Random random)
    {
        Source = new Source { Address = $"https://{host}/feed-{number}", NextCheckAt = start + (random.NextDouble() * TimeSpan.FromMinutes(15)) };
        hasValidators = random.NextDouble() < 0.85;
        freshness = random.NextDouble() < 0.3 ? TimeSpan.FromMinutes(random.Next(1, 90)) : null;
        pace = random.NextDouble() < 0.15 ? TimeSpan.FromMinutes(random.Next(1, 5) * 15) : null;
        quiet = random.NextDouble() < 0.05 ? SkipSchedule.Of([0, 1, 2, 3], [DayOfWeek.Sunday]) : default;
        busy = random.NextDouble() < 0.1 ? Span(start, random, TimeSpan.FromHours(2)) : null;
        broken = random.NextDouble() < 0.2 ? Span(start, random, TimeSpan.FromHours(8)) : null;
        Published = [.. Week(start, random)];
    }

    public Source Source { get; }

    /// <summary>In order; those before the start are what the first look finds.</summary>
    public IReadOnlyList<DateTimeOffset> Published { get; }

    public int Requests { get; private set; }

    public int NotModified { get; private set; }

    /// <summary>Asked for all of it although nothing but an earlier answer's validators were needed to be told of a change.</summary>
    public int UnconditionalRepeats { get; private set; }

    /// <summary>Asked before a time that an answer, or the feed in it, had named, or again within the floor of 15 minutes.</summary>
    public int Early { get; private set; }

    /// <summary>Entries that have been out by then.</summary>
    public int CountAt(DateTimeOffset now)
    {
        var (low, high) = (0, Published.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Published[middle] <= now ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>What the server answers to the source's request as the bot would make it.</summary>
    public (FetchOutcome Outcome, Feed? Feed) Answer(DateTimeOffset now)
    {
        Requests++;
        Early += now < notBefore || (answeredAt is not null && quiet.Contain(now)) ? 1 : 0; // Before the first answer nobody can know of them.
        UnconditionalRepeats += answeredAt is not null && hasValidators && Source.EntityTag is null ? 1 : 0;
        if (busy is { } span && now >= span.From && now < span.To)
        {
            notBefore = now + TimeSpan.FromMinutes(40);
            return (new FetchOutcome.Throttled(TimeSpan.FromMinutes(40)), null);
        }

        if (broken is { } outage && now >= outage.From && now < outage.To)
        {
            notBefore = now + TimeSpan.FromMinutes(15);
            return (new FetchOutcome.Failed("It is broken."), null);
        }

        var asked = freshness > pace ? freshness : pace ?? freshness ?? TimeSpan.Zero;
        notBefore = now + (asked > TimeSpan.FromMinutes(15) ? asked.Value : TimeSpan.FromMinutes(15));
        answeredAt = now;
        return Content(now);
    }

    private (FetchOutcome Outcome, Feed? Feed) Content(DateTimeOffset now)
    {
        var count = CountAt(now);
        var tag = hasValidators ? $"\"{count}\"" : null;
        if (tag is not null && tag == Source.EntityTag)
        {
            NotModified++;
            return (new FetchOutcome.NotModified(freshness), null);
        }

        var entries = Published.Take(count).TakeLast(Shown).Select((at, index) => new FeedEntry(
            index.ToString(CultureInfo.InvariantCulture), "Entry", null, at, null, [], "", "", [])).ToList();
        var feed = new Feed("Feed", null, null, null, null, null, pace, entries, []) { Quiet = quiet };
        return (new FetchOutcome.Fetched(ReadOnlyMemory<byte>.Empty, null, new Uri(Source.Address), tag, null, freshness, null), feed);
    }

    /// <summary>Some feeds have news each few minutes, some once in days; few by night; and what happens is told in bursts.</summary>
    private static IEnumerable<DateTimeOffset> Week(DateTimeOffset start, Random random)
    {
        var gap = TimeSpan.FromMinutes(5 * Math.Pow(600, random.NextDouble()));
        var at = start - (Shown * gap);
        while (at < start.AddDays(7))
        {
            var isNight = at.Hour is < 6 or 23;
            at += gap * -Math.Log(1 - random.NextDouble()) * (isNight ? 3 : 0.85);
            yield return at;
            for (var more = 0; random.NextDouble() < 0.2 && more < 5; more++)
            {
                at += TimeSpan.FromMinutes(random.Next(1, 6));
                yield return at;
            }
        }
    }

    private static (DateTimeOffset From, DateTimeOffset To) Span(DateTimeOffset start, Random random, TimeSpan length)
    {
        var from = start + (random.NextDouble() * TimeSpan.FromDays(6));
        return (from, from + length);
    }
}
