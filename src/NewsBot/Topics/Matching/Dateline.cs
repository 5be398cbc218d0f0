using System.Text.RegularExpressions;
using NewsBot.Text;

namespace NewsBot.Topics.Matching;

/// <summary>
/// Where a report was written: "TOKYO, Feb 26 (Reuters) - ", "(CNN) -- ". It is a mention of the city and not what the article is about,
/// and no part of a summary.
/// </summary>
internal static partial class Dateline
{
    /// <summary>The longest form has fewer characters. It bounds the search, which so needs no time limit that a busy machine could exceed.</summary>
    private const int MaxLength = 160;

    /// <summary>How many characters at the start of a text are its dateline, with the dash and the space after it; mostly none.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        foreach (var found in Form().EnumerateMatches(text[..Math.Min(text.Length, MaxLength)]))
        {
            return found.Length;
        }

        return 0;
    }

    /// <summary>How many words at the start of a body are its dateline; mostly none.</summary>
    /// <param name="tokens">Of the body.</param>
    public static int Words(string text, ReadOnlySpan<Token> tokens)
    {
        var length = LengthOf(text);
        var words = 0;
        while (words < tokens.Length && tokens[words].Start < length)
        {
            words++;
        }

        return words;
    }

    // Capitals with a date or an agency in brackets; any place with an agency in brackets, or the agency alone, before a sentence; capitals
    // and a dash before a sentence: "NATO - the alliance…" is no dateline.
    [GeneratedRegex(
        """
        ^(?:\p{Lu}[\p{Lu}\p{M}\s.,/'’-]{1,40}(?:,\s*\p{L}{3,9}\.?\s+\d{1,2}\s*(?:\([^)\n]{2,40}\))?|\s*\([^)\n]{2,40}\))\s*(?:--|[-–—])\s+
        |(?:\p{Lu}[\p{L}\p{M}\s.,/'’-]{1,60})?\(\p{Lu}[^)\n]{1,40}\)\s*(?:--|[-–—])\s+(?=["“„«]?[\p{Lu}\d])
        |\p{Lu}[\p{Lu}\p{M}\ .,/'’-]{3,40}\s(?:--|[–—])\s+(?=["“„«]?\p{Lu}))
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form();
}
