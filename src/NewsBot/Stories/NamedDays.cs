using System.Collections.Frozen;
using System.Globalization;
using NewsBot.Text;

namespace NewsBot.Stories;

/// <summary>The days that an opening names: weekdays, and days of a month. Two openings that name other days tell of other events.</summary>
internal static class NamedDays
{
    private const int FirstDate = 8;
    private const ulong Weekdays = (1UL << FirstDate) - 1;

    private static readonly FrozenDictionary<string, int> Names = Read(
        """
        monday montag lunes lundi понеділок понеділка понеділку понедельник понедельника
        tuesday dienstag martes mardi вівторок вівторка вторник вторника
        wednesday mittwoch miércoles mercredi середа середу середи среда среду среды
        thursday donnerstag jueves jeudi четвер четверга четверг
        friday freitag viernes vendredi п'ятниця п'ятницю п'ятниці пятница пятницу пятницы
        saturday samstag sonnabend sábado samedi субота суботу суботи суббота субботу субботы
        sunday sonntag domingo dimanche неділя неділю неділі воскресенье воскресенья
        """);

    private static readonly FrozenSet<string> Months =
        """
        january february march april may june july august september october november december
        januar februar märz mai juni juli oktober dezember
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
        janvier février mars avril juin juillet août septembre octobre novembre décembre
        січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The days of a run of words, as bits.</summary>
    public static ulong Of(IReadOnlyList<Token> tokens, int count)
    {
        var days = 0UL;
        for (var at = 0; at < count; at++)
        {
            var word = tokens[at].Term.Word;
            days |= Names.TryGetValue(word, out var weekday) ? 1UL << weekday : 0;
            if (Months.Contains(word))
            {
                days |= DateOf(tokens, at - 1) | DateOf(tokens, at + 1);
            }
        }

        return days;
    }

    /// <summary>Whether both name days of one kind and share none of any kind.</summary>
    public static bool AreOthers(ulong one, ulong other) =>
        (one & other) == 0
        && (((one & Weekdays) != 0 && (other & Weekdays) != 0) || ((one & ~Weekdays) != 0 && (other & ~Weekdays) != 0));

    private static ulong DateOf(IReadOnlyList<Token> tokens, int at) =>
        at >= 0 && at < tokens.Count
        && int.TryParse(tokens[at].Term.Plain, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
            ? 1UL << (FirstDate + day)
            : 0;

    private static FrozenDictionary<string, int> Read(string lines) => lines.Split('\n')
        .SelectMany((line, place) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => (word, place)))
        .ToFrozenDictionary(name => name.word, name => name.place, StringComparer.Ordinal);
}
