using System.Collections.Frozen;

namespace NewsBot.Stories;

/// <summary>Small numbers as words, in the languages of the interface and Russian: "five men" are 5 men.</summary>
internal static class NumberWords
{
    private const string Lines =
        """
        2 two zwei dos deux два дві двое двоє двух двох
        3 three drei tres trois три трое троє трех трьох
        4 four vier cuatro quatre чотири четыре четверо четырех чотирьох
        5 five fünf cinco cinq п'ять пять пятеро пяти
        6 six sechs seis шість шесть шестеро шести
        7 seven sieben siete sept сім семь семеро семи
        8 eight acht ocho huit вісім восемь восьми
        9 nine neun nueve neuf дев'ять девять девяти
        10 ten zehn diez dix десять десяти
        11 eleven elf once onze
        12 twelve zwölf doce douze
        """;

    private static readonly FrozenDictionary<string, string> Words = Lines.Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .SelectMany(line => line.Skip(1).Select(word => (Word: word, Digits: line[0])))
        .DistinctBy(word => word.Word)
        .ToFrozenDictionary(word => word.Word, word => word.Digits, StringComparer.Ordinal);

    /// <summary>The digits of a folded number word, or null for any other word. "Once" is 11 in Spanish alone.</summary>
    public static string? Digits(string word, string? language) =>
        (word, language) is ("once", not "es") or ("elf", not "de") or ("sept", not "fr") or ("dos", not "es") or ("seis", not "es")
            ? null
            : Words.GetValueOrDefault(word);
}
