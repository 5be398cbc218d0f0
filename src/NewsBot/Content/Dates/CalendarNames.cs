using System.Globalization;
using System.Text;

namespace NewsBot.Content.Dates;

/// <summary>Months and days of the week as people write them: English first, then what the cultures of this machine (CLDR) call them.</summary>
internal static class CalendarNames
{
    /// <summary>Shorter beginnings of a name could be of too many.</summary>
    public const int MinPrefix = 3;

    // Croatian is left out: its listopad is October, and the others' November.
    private static readonly string[] Cultures =
    [
        "de", "de-AT", "es", "fr", "uk", "ru", "it", "pt", "nl", "pl", "cs", "sk", "hu", "el", "tr", "sv", "da", "nb", "fi", "ro", "ca", "bg", "sr", "sl", "et",
        "lv", "lt", "id", "he", "ar-EG", "th", "hi",
    ];

    private static readonly string[] EnglishMonths = Folded(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames);
    private static readonly string[] EnglishDays = Folded(CultureInfo.InvariantCulture.DateTimeFormat.DayNames);
    private static readonly DateTimeFormatInfo[] Formats = [.. Cultures.Select(culture => CultureInfo.GetCultureInfo(culture).DateTimeFormat)];

    private static readonly string[][] OtherMonths =
    [
        .. Formats.SelectMany(format => new[] { format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames })
            .Select(Folded),
    ];

    private static readonly string[][] OtherDays =
        [.. Formats.SelectMany(format => new[] { format.DayNames, format.AbbreviatedDayNames }).Select(Folded)];

    private static readonly HashSet<string> ShortDays =
        [.. Formats.SelectMany(format => format.ShortestDayNames.Concat(format.AbbreviatedDayNames)).Select(Fold)];

    public static DayOfWeek? EnglishDay(string word) => IndexOf(EnglishDays, Fold(word)) is >= 0 and var day ? (DayOfWeek)day : null;

    public static bool IsDay(string word)
    {
        var folded = Fold(word);
        return OtherDays.Any(names => IndexOf(names, folded) >= 0);
    }

    /// <summary>Whether it is a day of the week in as few letters as a language gives it ("Fr", "di", "Пт").</summary>
    public static bool IsShortDay(string word) => ShortDays.Contains(Fold(word));

    /// <summary>1 to 12, or null when it is no month.</summary>
    public static int? Month(string word)
    {
        var folded = Fold(word).TrimStart('ב'); // Hebrew joins "in" to the month, and no month begins so.
        if (folded.Length < MinPrefix || char.IsAsciiDigit(folded[0]))
        {
            return null;
        }

        if (IndexOf(EnglishMonths, folded) is >= 0 and var english)
        {
            return english + 1;
        }

        return OtherMonths.Select(names => IndexOf(names, folded)).Where(index => index >= 0).Select(index => (int?)index + 1).FirstOrDefault();
    }

    /// <summary>A name in full, or its first three letters or more ("Sept", "Thurs.").</summary>
    private static int IndexOf(string[] names, string start) =>
        start.Length < MinPrefix ? -1 : Array.FindIndex(names, name => name.StartsWith(start, StringComparison.Ordinal));

    private static string[] Folded(string[] names) => [.. names.Where(name => name.Length > 0).Select(Fold)];

    /// <summary>Small letters without accents and points: "Ιούλ" and "ΙΟΥΛ." are one.</summary>
    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter != '.'))
        {
            folded.Append(char.ToLowerInvariant(letter));
        }

        return folded.ToString();
    }
}
