using NewsBot.Sources.Health;
using NewsBot.Sources.Opml;
using NewsBot.Sources.Polling;

namespace NewsBot.Sources;

/// <summary>A feed that is watched.</summary>
internal sealed class Source
{
    public long Id { get; set; }

    /// <summary>Absolute http or https address, unique.</summary>
    public required string Address
    {
        get;
        set
        {
            field = value;
            Host = HostOf(new Uri(value));
        }
    }

    /// <summary>By <see cref="HostOf"/> of the address.</summary>
    public string Host { get; private set; } = "";

    /// <summary>The feed's own title, once it was read.</summary>
    public string? Title { get; set; }

    public SourceState State { get; set; }

    /// <summary>ETag of the last answer, opaque: sent back unchanged (RFC 9110, 8.8.3).</summary>
    public string? EntityTag { get; set; }

    /// <summary>Last-Modified of the last answer, opaque: sent back unchanged, never made up.</summary>
    public string? LastModified { get; set; }

    /// <summary>Where the last answer said that the feed has moved for good. Believed, and made the address, when said twice in a row.</summary>
    public string? MovedTo { get; set; }

    /// <summary>Whether the last answer was 410 Gone. Believed when said twice in a row.</summary>
    public bool SaidGone { get; set; }

    /// <summary>What of its entries' identities cannot be relied on, learned from what it repeats and changes.</summary>
    public IdentityTraits IdentityTraits { get; set; }

    /// <summary>How long the feed itself asks to be left alone (ttl, sy:updatePeriod); kept, since a 304 does not repeat it.</summary>
    public TimeSpan? Pace { get; set; }

    /// <summary>Hours of the day (UTC) in which the feed asks not to be read: the bits of <see cref="SkipSchedule.Hours"/>.</summary>
    public int QuietHours { get; set; }

    /// <summary>Days of the week on which it asks not to be read: the bits of <see cref="SkipSchedule.Days"/>.</summary>
    public int QuietDays { get; set; }

    /// <summary>The usual time between two of its entries; null until that is known.</summary>
    public TimeSpan? TypicalGap { get; set; }

    /// <summary>When its newest entry was published, or first seen where it says no dates; null before the first.</summary>
    public DateTimeOffset? LastNewsAt { get; set; }

    /// <summary>When the first fetch succeeded. Its entries are the baseline, which is never pushed.</summary>
    public DateTimeOffset? BaselineAt { get; set; }

    /// <summary>Not polled before this instant; kept, so that a restart causes no burst.</summary>
    public DateTimeOffset NextCheckAt { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    /// <summary>When it was visited last, whatever came of it; null before the first time.</summary>
    public DateTimeOffset? LastCheckAt { get; set; }

    /// <summary>Visits that were answered with the feed, or with that it has not changed.</summary>
    public int Checks { get; set; }

    /// <summary>Of these, visits that found it unchanged (304).</summary>
    public int UnchangedChecks { get; set; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    /// <summary>Since when it fails; null after a success.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>What the people who run the bot were told of it last.</summary>
    public SourceProblem ToldTrouble { get; set; }

    /// <summary>The list that it came with (<see cref="Lists.SourceImport"/>), or null.</summary>
    public long? ImportId { get; set; }

    /// <summary>Why the last attempt failed, in a sentence for people; null after a success.</summary>
    public string? FailureReason { get; set; }

    /// <summary>Watches it again after a pause of any kind: what it published meanwhile is a baseline, and no flood of old news.</summary>
    public void Watch(DateTimeOffset now)
    {
        if (State == SourceState.Watched)
        {
            return;
        }

        State = SourceState.Watched;
        (EntityTag, LastModified, BaselineAt) = (null, null, null); // The baseline needs the whole feed.
        (Failures, FailingSince, FailureReason, SaidGone) = (0, null, null, false);
        NextCheckAt = NextCheckAt > now ? NextCheckAt : now;
    }

    /// <summary>
    /// What manners towards a site go by: its name in ASCII, with the port where that is not the usual one.
    /// One request at a time is made to it, and a pause that one of its feeds asks for holds for all of them.
    /// </summary>
    public static string HostOf(Uri address) => address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";
}
