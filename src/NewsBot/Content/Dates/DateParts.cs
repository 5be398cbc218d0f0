using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Content.Dates;

/// <summary>The parts of a date as they turn up; each may turn up once.</summary>
internal sealed partial class DateParts
{
    private TimeSpan? time;
    private TimeSpan? offset;
    private bool? afternoon;

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    /// <summary>Takes one word of a date; false when it is none, or one of a kind too many.</summary>
    public bool Take(string word) =>
        CalendarNames.IsEnglishDay(word) || TakeMonth(word) || TakeTime(word) || TakeNumber(word) || TakeDate(word)
        || TakeHalf(word) || TakeZone(word) || CalendarNames.IsDay(word);

    /// <summary>Takes four digits, or two: those are of 1970 to 2069 (RFC 2822, 4.3, as POSIX has it).</summary>
    public void TakeYear(string digits)
    {
        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        Year = digits.Length == 4 ? number : number + (number < 70 ? 2000 : 1900);
    }

    /// <summary>Takes 1 to 366, of the year that was taken before.</summary>
    public bool TakeDayOfYear(int number)
    {
        if (Year is not (>= 1970 and <= 9998 and var year) || number < 1 || number > (DateTime.IsLeapYear(year) ? 366 : 365))
        {
            return false;
        }

        var day = new DateOnly(year, 1, 1).AddDays(number - 1);
        (Month, Day) = (day.Month, day.Day);
        return true;
    }

    /// <summary>Takes "10:14", "101455" after a T, "10:14:55.12".</summary>
    public bool TakeTime(string word)
    {
        if (time is not null || Clock().Match(word) is not { Success: true } match)
        {
            return false;
        }

        var (hours, minutes) = (Number(match, "hours"), Number(match, "minutes"));
        var seconds = match.Groups["seconds"].Success ? Number(match, "seconds") : 0;
        if (hours > 23 || minutes > 59 || seconds > 60)
        {
            return false;
        }

        time = new TimeSpan(hours, minutes, Math.Min(seconds, 59)); // A leap second is no time of .NET's.
        return true;
    }

    /// <summary>Takes "+0200", "-08:00", "GMT+2", "EST".</summary>
    public bool TakeZone(string word)
    {
        if (offset is not null && offset != TimeSpan.Zero)
        {
            return false;
        }

        offset = TimeZoneNames.Offset(word);
        return offset is not null;
    }

    /// <summary>The instant (UTC), or null when parts are missing or do not go together.</summary>
    public DateTimeOffset? ToInstant()
    {
        if (Year is not { } year || Month is not (>= 1 and <= 12 and var month) || Day is not { } day
            || year is < 1970 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month) || Hours() is not { } clock)
        {
            return null;
        }

        return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + clock - (offset ?? TimeSpan.Zero);
    }

    private TimeSpan? Hours()
    {
        var clock = time ?? TimeSpan.Zero;
        return afternoon switch
        {
            null => clock,
            _ when clock.Hours is 0 or > 12 => null,
            true => clock.Hours == 12 ? clock : clock + TimeSpan.FromHours(12),
            false => clock.Hours == 12 ? clock - TimeSpan.FromHours(12) : clock,
        };
    }

    private bool TakeMonth(string word)
    {
        if (Month is not null || CalendarNames.Month(word) is not { } month)
        {
            return false;
        }

        Month = month;
        return true;
    }

    /// <summary>Takes "2006/09/15" among other words.</summary>
    private bool TakeDate(string word)
    {
        if (Year is not null || Month is not null || Day is not null || Numeric().Match(word) is not { Success: true } match)
        {
            return false;
        }

        (Year, Month, Day) = (Number(match, "year"), Number(match, "month"), Number(match, "day"));
        return true;
    }

    /// <summary>The day comes before the year where both are short.</summary>
    private bool TakeNumber(string word)
    {
        var digits = Ordinal().Match(word).Groups["digits"].Value;
        if (digits.Length is 0 or 3 or > 4)
        {
            return false;
        }

        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        if (digits.Length < 4 && Day is null)
        {
            Day = number;
            return true;
        }

        if (Year is not null || digits.Length == 1)
        {
            return false;
        }

        TakeYear(digits);
        return true;
    }

    private bool TakeHalf(string word)
    {
        var half = word.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
        if (half is not ("AM" or "PM") || afternoon is not null)
        {
            return false;
        }

        afternoon = half == "PM";
        return true;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<hours>\d{1,2}):(?<minutes>\d{2})(?::(?<seconds>\d{2})(?:[.,]\d+)?)?$|^(?<hours>\d{2})(?<minutes>\d{2})(?<seconds>\d{2})(?:[.,]\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<year>\d{4})(?<sep>[-/.])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"^(?<digits>\d+)(?:st|nd|rd|th|\.)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
