using System.Globalization;
using System.Text;

namespace NewsBot.Content.Dates;

/// <summary>Months and days of the week as feeds write them: English first, then what the cultures of this machine call them.</summary>
internal static class CalendarNames
{
    private static readonly string[] Languages = ["de", "es", "fr", "uk", "ru", "it", "pt", "nl", "pl", "cs", "hu", "el", "tr", "sv", "da", "nb", "fi", "ro"];
    private static readonly string[] EnglishMonths = Folded(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames);
    private static readonly string[] EnglishDays = Folded(CultureInfo.InvariantCulture.DateTimeFormat.DayNames);
    private static readonly DateTimeFormatInfo[] Formats = [.. Languages.Select(language => CultureInfo.GetCultureInfo(language).DateTimeFormat)];

    private static readonly string[][] OtherMonths =
    [
        .. Formats.SelectMany(format => new[] { format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames })
            .Select(Folded),
    ];

    private static readonly string[][] OtherDays =
        [.. Formats.SelectMany(format => new[] { format.DayNames, format.AbbreviatedDayNames }).Select(Folded)];

    public static bool IsEnglishDay(string word) => IndexOf(EnglishDays, Fold(word)) >= 0;

    public static bool IsDay(string word)
    {
        var folded = Fold(word);
        return OtherDays.Any(names => IndexOf(names, folded) >= 0);
    }

    /// <summary>1 to 12, or null when it is no month.</summary>
    public static int? Month(string word)
    {
        var folded = Fold(word);
        if (IndexOf(EnglishMonths, folded) is var english and >= 0)
        {
            return english + 1;
        }

        return OtherMonths.Select(names => IndexOf(names, folded)).Where(index => index >= 0).Select(index => (int?)index + 1).FirstOrDefault();
    }

    /// <summary>A name in full, or its first three letters or more ("Sept", "Thurs.").</summary>
    private static int IndexOf(string[] names, string start) =>
        start.Length < 3 ? -1 : Array.FindIndex(names, name => name.StartsWith(start, StringComparison.Ordinal));

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
