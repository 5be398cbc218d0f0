using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Feeds;

/// <summary>The parts of a date as they turn up; each may turn up once.</summary>
internal sealed partial class FeedDateParts
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];
    private static readonly string[] Days = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;

    private TimeSpan? time;
    private TimeSpan? offset;
    private bool? afternoon;

    public int? Year { get; set; }

    public int? Month { get; set; }

    public int? Day { get; set; }

    /// <summary>Takes one word of a date; false when it is none, or one of a kind too many.</summary>
    public bool Take(string word) =>
        IsName(word, Days, out _) || TakeMonth(word) || TakeTime(word) || TakeNumber(word) || TakeHalf(word) || TakeZone(word);

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
        if (Month is not null || !IsName(word, Months, out var index))
        {
            return false;
        }

        Month = index + 1;
        return true;
    }

    /// <summary>The day comes before the year where both are short; two digits of a year are of 1970 to 2069 (RFC 2822, 4.3, as POSIX has it).</summary>
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

        Year = digits.Length == 4 ? number : number + (number < 70 ? 2000 : 1900);
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

    /// <summary>A name in full, or its first three letters or more ("Sept", "Thurs.").</summary>
    private static bool IsName(string word, string[] names, out int index)
    {
        var start = word.TrimEnd('.');
        index = start.Length < 3 ? -1 : Array.FindIndex(names, name => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
        return index >= 0;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<hours>\d{1,2}):(?<minutes>\d{2})(?::(?<seconds>\d{2})(?:[.,]\d+)?)?$|^(?<hours>\d{2})(?<minutes>\d{2})(?<seconds>\d{2})(?:[.,]\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<digits>\d+)(?:st|nd|rd|th)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();
}
