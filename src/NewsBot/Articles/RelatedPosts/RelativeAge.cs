using System.Text.RegularExpressions;

namespace NewsBot.Articles.RelatedPosts;

/// <summary>Recognises the ages that lists of posts give: "4 hours ago", "vor 2 Tagen", "2 години тому".</summary>
internal static partial class RelativeAge
{
    /// <summary>Whether the text is an age and nothing else.</summary>
    public static bool Is(string text) => text.Length < 40 && Find(text)?.Length == text.Trim(' ', '.', '·', '•', '|').Length;

    /// <summary>The first age in the text as it stands there, or null.</summary>
    public static string? Find(string text) => Age().Match(text) is { Success: true } found ? found.Value : null;

    /// <summary>Takes an age and what joins it off the end of a headline.</summary>
    public static string Without(string text) => Find(text) is { } age && text.EndsWith(age, StringComparison.Ordinal)
        ? text[..^age.Length].TrimEnd(' ', '·', '•', '|', '-', '–', '—', ',', '(')
        : text;

    [GeneratedRegex(
        """
        (?<![\p{L}\d])(?:
        (?:about\s+)?(?:\d{1,3}|an?|one|two|three)\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|wks?|weeks?|mos?|months?|yrs?|years?)\s+ago
        |yesterday|just\ now
        |vor\s+(?:\d{1,3}|einer|einem)\s+(?:Sekunden?|Minuten?|Stunden?|Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)
        |hace\s+(?:\d{1,3}|una?)\s+(?:segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?)
        |il\ y\ a\s+(?:\d{1,3}|une?)\s+(?:secondes?|minutes?|heures?|jours?|semaines?|mois|ans?)
        |\d{1,3}\s+(?:секунд\w*|хвилин\w*|годин\w*|дн\w*|день|тижд\w*|тижн\w*|місяц\w*|рок\w*|рік)\s+тому
        |\d{1,3}\s+(?:секунд\w*|минут\w*|час\w*|дн\w*|день|недел\w*|месяц\w*|год\w*|лет)\s+назад
        )(?![\p{L}\d])
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Age();
}
