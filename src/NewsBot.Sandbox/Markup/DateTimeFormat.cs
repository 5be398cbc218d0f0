using System.Globalization;

namespace NewsBot.Sandbox.Markup;

/// <summary>The attributes of tg-time: https://core.telegram.org/bots/api#date-time-entity-formatting.</summary>
internal static class DateTimeFormat
{
    /// <summary>The format as it is given back: "r", or "w", "d" or "D", and "t" or "T" in this order; null for none.</summary>
    /// <exception cref="MarkupException">A letter is none of these.</exception>
    public static string? Read(string format)
    {
        if (format is "r" or "R")
        {
            return "r";
        }
        if (format.Any(letter => !"wWdDtT".Contains(letter, StringComparison.Ordinal)))
        {
            throw new MarkupException("Invalid date format used");
        }
        var read = string.Concat(format.Contains('w', StringComparison.OrdinalIgnoreCase) ? "w" : "", One(format, 'd'), One(format, 't'));
        return read.Length == 0 ? null : read;
    }

    /// <summary>Unix seconds: the digits that the text begins with, in 32 bits that overflow without a word; 0 for none.</summary>
    public static int UnixTime(string text)
    {
        var isNegative = text.StartsWith('-');
        var seconds = 0;
        foreach (var digit in text.Skip(isNegative ? 1 : 0).TakeWhile(char.IsAsciiDigit))
        {
            seconds = unchecked((seconds * 10) + (digit - '0'));
        }
        return unchecked(isNegative ? -seconds : seconds);
    }

    // Where both the short and the long form are asked for, the short one wins.
    private static string One(string format, char letter) =>
        format.Contains(letter, StringComparison.Ordinal) ? $"{letter}" : format.Contains(letter, StringComparison.OrdinalIgnoreCase) ? $"{char.ToUpperInvariant(letter)}" : "";
}
