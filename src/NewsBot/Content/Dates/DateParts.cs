using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Content.Dates;

/// <summary>The parts of a date as they turn up; each may turn up once.</summary>
internal sealed partial class DateParts
{
    public const int MinYear = 1970;
    public const int MaxYear = 9998;

    /// <summary>Thailand counts from 543 years earlier.</summary>
    private const int BuddhistEra = 543;

    private readonly List<string> numbers = [];
    private readonly ZoneParts zone = new();
    private (int Year, int Month, int Day)? date;

    /// <summary>A date in numbers whose order may depend on the day of the week; the year is last.</summary>
    private (int First, int Second, int Year, bool? DayFirst)? ordered;
    private int? month;
    private DayOfWeek? weekday;
    private TimeSpan? time;
    private bool? isAfternoon;

    /// <summary>The first word was a month, or a day of the week in another language: another month decides.</summary>
    private bool mayStartWithWeekday;

    /// <summary>Whether there is a month and a year and no day.</summary>
    public bool IsMonthOnly => date is null && ordered is null && numbers.Count == 1;

    /// <summary>Four digits, or two: those are of 1970 to 2069 (RFC 2822, 4.3, as POSIX has it).</summary>
    public static int FullYear(string digits)
    {
        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length != 4 ? number + (number < 70 ? 2000 : 1900)
            : number is > 2400 and < 2700 ? number - BuddhistEra
            : number;
    }

    public void SetDate(int year, int monthNumber, int day) => date = (year, monthNumber, day);

    /// <summary>Takes 1 to 366, of the year that was set before.</summary>
    public bool SetDayOfYear(int number)
    {
        if (date is not { Year: >= MinYear and <= MaxYear and var year } || number < 1 || number > (DateTime.IsLeapYear(year) ? 366 : 365))
        {
            return false;
        }

        var day = new DateOnly(year, 1, 1).AddDays(number - 1);
        date = (year, day.Month, day.Day);
        return true;
    }

    /// <summary>Takes one word of a date; false when it is none, or one of a kind too many.</summary>
    public bool Take(string word) =>
        TakeWeekday(word) || TakeMonth(word) || TakeTime(word) || TakeNumber(word) || TakeDate(word)
        || TakeHalf(word) || zone.Take(word) || CalendarNames.IsDay(word) || DateWords.IsFiller(word);

    /// <summary>Takes the first word where it is a day of the week, which may look like a month in another language ("mar." for mardi).</summary>
    public bool TakeFirst(string word, bool isFollowedByComma)
    {
        if (TakeWeekday(word))
        {
            return true;
        }

        mayStartWithWeekday = CalendarNames.IsShortDay(word);
        return isFollowedByComma ? mayStartWithWeekday || CalendarNames.IsDay(word) || !Take(word) : mayStartWithWeekday && word.Length < CalendarNames.MinPrefix;
    }

    public bool TakeZone(string word) => zone.Take(word);

    /// <summary>Takes "10:14", "10.14", "10h14", "101455" after a T, "10:14:55.12", and "24:00" as the end of the day.</summary>
    public bool TakeTime(string word)
    {
        if (time is not null || Clock().Match(word) is not { Success: true } match)
        {
            return false;
        }

        var (hours, minutes) = (Number(match, "hours"), Number(match, "minutes"));
        var seconds = match.Groups["seconds"].Success ? Number(match, "seconds") : 0;
        if (hours > 24 || minutes > 59 || seconds > 60 || (hours == 24 && minutes + seconds > 0))
        {
            return false;
        }

        time = new TimeSpan(hours, minutes, Math.Min(seconds, 59)); // .NET has no leap seconds.
        return true;
    }

    /// <summary>The instant (UTC), or null when parts are missing or do not go together.</summary>
    public DateTimeOffset? ToInstant()
    {
        if (Date() is not ( >= MinYear and <= MaxYear and var year, >= 1 and <= 12 and var monthNumber, >= 1 and var day)
            || day > DateTime.DaysInMonth(year, monthNumber) || TimeOfDay() is not { } clock)
        {
            return null;
        }

        var local = new DateTime(year, monthNumber, day) + clock;
        return new DateTimeOffset(local, TimeSpan.Zero) - zone.OffsetAt(local);
    }

    private (int Year, int Month, int Day)? Date()
    {
        if (date is not null || ordered is not null)
        {
            return numbers.Count > 0 || month is not null ? null
                : ordered is { } written ? Ordered(written.First, written.Second, written.Year, written.DayFirst)
                : date;
        }

        if (numbers.Count == 3 && month is not null && time is null)
        {
            // RFC 822's predecessors write the time without a colon: "03 Apr 02 1500".
            var clock = numbers[2];
            numbers.RemoveAt(2);
            return clock.Length == 4 && TakeTime(clock.Insert(2, ":")) ? OfNumbers() : null;
        }

        return OfNumbers();
    }

    /// <summary>The day comes before the year where both are short; without a month among the words there are three numbers.</summary>
    private (int Year, int Month, int Day)? OfNumbers() => (month, numbers) switch
    {
        ({ } named, [{ Length: 4 } year]) => (FullYear(year), named, 1),
        ({ } named, [{ Length: 4 } year, { Length: < 3 } day]) => (FullYear(year), named, Number(day)),
        ({ } named, [{ Length: < 3 } day, { Length: 2 or 4 } year]) => (FullYear(year), named, Number(day)),
        (null, [{ Length: < 3 } first, { Length: < 3 } second, { Length: 4 } year]) => Ordered(Number(first), Number(second), FullYear(year), dayFirst: null),
        _ => null,
    };

    /// <summary>
    /// Which of two numbers is the day: the one that can be no month, else the one that falls on the day of the week that was named,
    /// else as <paramref name="dayFirst"/> says; null where nothing tells.
    /// </summary>
    private (int Year, int Month, int Day)? Ordered(int first, int second, int year, bool? dayFirst)
    {
        if (first == second || first > 12 || second > 12)
        {
            return second > 12 ? (year, first, second) : (year, second, first);
        }

        var (isDayFirst, isMonthFirst) = (FallsOnWeekday(year, second, first), FallsOnWeekday(year, first, second));
        var decision = isDayFirst == isMonthFirst ? dayFirst : isDayFirst;
        return decision is null ? null : decision.Value ? (year, second, first) : (year, first, second);
    }

    private bool FallsOnWeekday(int year, int monthNumber, int day) =>
        weekday is not null && year is >= MinYear and <= MaxYear && monthNumber > 0 && day > 0 && new DateOnly(year, monthNumber, day).DayOfWeek == weekday;

    private TimeSpan? TimeOfDay()
    {
        var clock = time ?? TimeSpan.Zero;
        return isAfternoon switch
        {
            null => clock,
            _ when clock.Hours is 0 or > 12 || clock.Days > 0 => null,
            true => clock.Hours == 12 ? clock : clock + TimeSpan.FromHours(12),
            false => clock.Hours == 12 ? clock - TimeSpan.FromHours(12) : clock,
        };
    }

    private bool TakeWeekday(string word)
    {
        if (CalendarNames.EnglishDay(word) is not { } day)
        {
            return false;
        }

        weekday ??= day;
        return true;
    }

    private bool TakeMonth(string word)
    {
        if ((month is not null && !mayStartWithWeekday) || CalendarNames.Month(word) is not { } found)
        {
            return false;
        }

        mayStartWithWeekday &= month is null;
        month = found;
        return true;
    }

    /// <summary>Takes "2006/09/15", "15.09.2006", "15-09-06" and, where one of them can be no month or the day of the week tells, "09/15/2006".</summary>
    private bool TakeDate(string word)
    {
        if (date is not null || ordered is not null || NumericDate().Match(word) is not { Success: true } match)
        {
            return false;
        }

        if (match.Groups["year"].Length == 4 && match.Groups["last"].Success)
        {
            date = (FullYear(match.Groups["year"].Value), Number(match, "first"), Number(match, "last"));
            return true;
        }

        // Slashes are written in both orders; with points and hyphens the day stands first.
        var isSlashed = match.Groups["sep"].Value == "/";
        ordered = (Number(match, "first"), Number(match, "second"), FullYear(match.Groups["year"].Value), isSlashed ? null : true);
        return true;
    }

    private bool TakeNumber(string word)
    {
        var digits = Ordinal().Match(word).Groups["digits"].Value;
        if (digits.Length is 0 or 3 or > 4 || numbers.Count == 3)
        {
            return false;
        }

        numbers.Add(digits);
        return true;
    }

    private bool TakeHalf(string word)
    {
        var half = word.Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
        if (half is not ("AM" or "PM") || isAfternoon is not null)
        {
            return false;
        }

        isAfternoon = half == "PM";
        return true;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<hours>[0-9]{1,2})[:.hH](?<minutes>[0-9]{2})(?:hs?)?$|^(?<hours>[0-9]{1,2}):(?<minutes>[0-9]{2}):(?<seconds>[0-9]{2})(?:[.,][0-9]+)?(?:hs?)?$|^(?<hours>[0-9]{2})(?<minutes>[0-9]{2})(?<seconds>[0-9]{2})(?:[.,][0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?:(?<year>[0-9]{4})(?<sep>[-/.])(?<first>[0-9]{1,2})\k<sep>(?<last>[0-9]{1,2})|(?<first>[0-9]{1,2})(?<sep>[-/.])(?<second>[0-9]{1,2})\k<sep>(?<year>[0-9]{4}|[0-9]{2}))\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumericDate();

    [GeneratedRegex(@"^(?<digits>[0-9]+)(?:st|nd|rd|th|er|re|º|°|\.)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
