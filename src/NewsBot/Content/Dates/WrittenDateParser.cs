using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Content.Dates;

/// <summary>Reads a date that is written out for people, in the languages of the bot. Without a year it is none: no year is invented.</summary>
internal static partial class WrittenDateParser
{
    /// <summary>The beginnings of the months' names, January first, each language apart.</summary>
    private static readonly string[][] Months =
    [
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        ["jän", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"],
        ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"],
        ["janv", "fév", "mars", "avr", "mai", "juin", "juil", "aoû", "sep", "oct", "nov", "déc"],
        ["січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис", "гру"],
        ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
        ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
        ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
        ["jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
        ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
    ];

    /// <summary>The first written date with a year: its day at midnight UTC, or the time beside it taken as UTC; null when there is none.</summary>
    public static DateTimeOffset? Find(string text)
    {
        foreach (Match found in DayFirst().Matches(text).Concat(MonthFirst().Matches(text)))
        {
            if (Date(found.Groups["y"].Value, MonthOf(found.Groups["m"].Value), found.Groups["d"].Value) is { } date)
            {
                return date;
            }
        }

        if (YearFirst().Match(text) is { Success: true } yearFirst && Numeric(yearFirst) is { } first)
        {
            return first;
        }

        // The form with full stops says which number is the day; with slashes it is known where one of them can be no month.
        var dotted = Dotted().Match(text);
        return dotted.Success ? Numeric(dotted) : Slashed().Match(text) is { Success: true } slashed ? Numeric(slashed) : ShortYear().Match(text) is { Success: true } brief ? Numeric(brief) : null;
    }

    private static DateTimeOffset? Numeric(Match found) =>
        Date(found.Groups["y"].Value, int.Parse(found.Groups["m"].ValueSpan, CultureInfo.InvariantCulture), found.Groups["d"].Value);

    private static DateTimeOffset? Date(string year, int month, string day)
    {
        var (y, d) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(day, CultureInfo.InvariantCulture));
        y += y < 100 ? 2000 : 0;
        return month is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, month)
            ? new DateTimeOffset(y, month, d, 0, 0, 0, TimeSpan.Zero)
            : null;
    }

    private static int MonthOf(string name)
    {
        foreach (var language in Months)
        {
            var month = Array.FindIndex(language, start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));
            if (month >= 0)
            {
                return month + 1;
            }
        }

        return 0;
    }

    [GeneratedRegex(@"\b(?<d>\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(?<m>\p{L}{3,12})\.?,?\s+(?:de\s+)?(?<y>(?:19|20)\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<m>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();

    /// <summary>"2026年4月3日", "2026년 4월 3일", "2026/04/03".</summary>
    [GeneratedRegex(@"(?<![0-9])(?<y>(?:19|20)[0-9]{2})(?:\s?[年년]\s?(?<m>[0-9]{1,2})\s?[月월]\s?(?<d>[0-9]{1,2})\s?[日일]|[./](?<m>[0-9]{1,2})[./](?<d>[0-9]{1,2})(?![0-9]))", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    /// <summary>"28.09.19": the day before the month, as where full stops are used.</summary>
    [GeneratedRegex(@"(?<![0-9.])(?<d>[0-9]{1,2})\.(?<m>[0-9]{1,2})\.(?<y>[0-3][0-9])(?![0-9.])", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();

    [GeneratedRegex(@"\b(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>(?:19|20)\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\b(?:(?<d>1[3-9]|2\d|3[01])\s?[/|]\s?(?<m>0?[1-9]|1[0-2])|(?<m>0?[1-9]|1[0-2])\s?[/|]\s?(?<d>1[3-9]|2\d|3[01])|(?<d>\d{1,2})\s?[/|]\s?(?<m>\k<d>))\s?[/|]\s?(?<y>(?:19|20)\d\d)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();
}
