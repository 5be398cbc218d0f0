namespace NewsBot.Sources;

/// <summary>When a feed asks not to be read, in UTC (RSS 2.0, skipHours and skipDays).</summary>
/// <param name="Hours">Bit h is set for the hour from h:00, 0 to 23.</param>
/// <param name="Days">Bit d is set for the <see cref="DayOfWeek"/> d.</param>
internal readonly record struct SkipSchedule(int Hours, int Days)
{
    private const int AllHours = (1 << 24) - 1;
    private const int AllDays = (1 << 7) - 1;

    /// <summary>Times of which some part of the week is left; a feed that wants to be read never has said nothing.</summary>
    public static SkipSchedule Of(IEnumerable<int> hours, IEnumerable<DayOfWeek> days)
    {
        var times = new SkipSchedule(hours.Aggregate(0, (bits, hour) => bits | (1 << hour)), days.Aggregate(0, (bits, day) => bits | (1 << (int)day)));
        return new SkipSchedule(times.Hours == AllHours ? 0 : times.Hours, times.Days == AllDays ? 0 : times.Days);
    }

    public bool Contain(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return ((Hours >> utc.Hour) & 1) == 1 || ((Days >> (int)utc.DayOfWeek) & 1) == 1;
    }

    /// <summary>The instant itself, or the first full hour after it that is not quiet.</summary>
    public DateTimeOffset End(DateTimeOffset at)
    {
        var end = at;
        while (Contain(end)) // At most a week: one hour of it is left.
        {
            end = new DateTimeOffset(end.UtcDateTime.Date.AddHours(end.UtcDateTime.Hour + 1), TimeSpan.Zero);
        }

        return end;
    }
}
