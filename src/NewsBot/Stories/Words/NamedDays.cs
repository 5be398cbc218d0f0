using System.Collections.Frozen;
using System.Globalization;
using NewsBot.Text;

namespace NewsBot.Stories.Words;

/// <summary>The days that a text names, weekdays and days of a month, as bits.</summary>
internal static class NamedDays
{
    private const int FirstDate = 8;
    private const ulong WeekdayBits = (1UL << FirstDate) - 1;

    private static readonly FrozenDictionary<string, int> Weekdays = StoryWords.ByLanguage.Values
        .SelectMany(language => language.Weekdays.Index().SelectMany(day => day.Item.Select(name => (Name: name, Day: day.Index))))
        .DistinctBy(weekday => weekday.Name)
        .ToFrozenDictionary(weekday => weekday.Name, weekday => weekday.Day, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Months =
        StoryWords.ByLanguage.Values.SelectMany(language => language.Months).ToFrozenSet(StringComparer.Ordinal);

    public static ulong Of(ReadOnlySpan<Token> tokens)
    {
        var days = 0UL;
        for (var index = 0; index < tokens.Length; index++)
        {
            var word = tokens[index].Term.Word;
            days |= Weekdays.TryGetValue(word, out var weekday) ? 1UL << weekday : 0;
            if (Months.Contains(word))
            {
                days |= DateAt(tokens, index - 1) | DateAt(tokens, index + 1);
            }
        }

        return days;
    }

    /// <summary>Whether both name weekdays, or both name dates, and they have no day in common.</summary>
    public static bool Differ(ulong left, ulong right) =>
        (left & right) == 0
        && (((left & WeekdayBits) != 0 && (right & WeekdayBits) != 0) || ((left & ~WeekdayBits) != 0 && (right & ~WeekdayBits) != 0));

    private static ulong DateAt(ReadOnlySpan<Token> tokens, int index) =>
        index >= 0 && index < tokens.Length
        && int.TryParse(tokens[index].Term.Plain, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
            ? 1UL << (FirstDate + day)
            : 0;
}
