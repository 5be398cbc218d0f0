using System.Globalization;

namespace NewsBot.Sources.Feeds;

/// <summary>When a feed asks to be read, and when not.</summary>
internal static class RefreshHints
{
    /// <summary>ttl is in minutes; sy:updatePeriod is divided by sy:updateFrequency (RSS 1.0 syndication module). Null where neither is said.</summary>
    public static TimeSpan? Of(FeedElement channel)
    {
        if (Number(channel.First("ttl")) is { } minutes)
        {
            return TimeSpan.FromMinutes(minutes);
        }

        TimeSpan? period = FeedFields.Verbatim(channel.First("sy:updatePeriod"))?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => null,
        };
        return period / (Number(channel.First("sy:updateFrequency")) ?? 1);
    }

    /// <summary>skipHours and skipDays (RSS 2.0; 0.91 counted the hours from 1 to 24).</summary>
    public static SkipSchedule QuietOf(FeedElement channel)
    {
        var hours = channel.First("skipHours")?.All("hour").Select(hour => HourOf(hour.Text)).OfType<int>() ?? [];
        var days = channel.First("skipDays")?.All("day").Select(day => DayOf(day.Text)).OfType<DayOfWeek>() ?? [];
        return SkipSchedule.Of(hours, days);
    }

    private static int? HourOf(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 24 ? hour % 24 : null;

    private static DayOfWeek? DayOf(string text) =>
        Enum.TryParse<DayOfWeek>(text.Trim(), ignoreCase: true, out var day) && Enum.IsDefined(day) && !char.IsAsciiDigit(text.Trim()[0]) ? day : null;

    private static int? Number(FeedElement? field) =>
        int.TryParse(FeedFields.Verbatim(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
