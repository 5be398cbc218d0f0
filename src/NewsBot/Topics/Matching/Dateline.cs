using System.Text.RegularExpressions;
using NewsBot.Text;

namespace NewsBot.Topics.Matching;

/// <summary>
/// Where a report was written: "TOKYO, Feb 26 (Reuters) - ". It is a mention of the city and not what the article is about.
/// </summary>
internal static partial class Dateline
{
    /// <summary>The longest form has fewer characters. It bounds the search, which so needs no time limit that a busy machine could exceed.</summary>
    private const int MaxLength = 160;

    /// <summary>How many words at the start of a body are its dateline; mostly none.</summary>
    /// <param name="tokens">Of the body.</param>
    public static int Words(string text, ReadOnlySpan<Token> tokens)
    {
        foreach (var found in Form().EnumerateMatches(text.AsSpan(0, Math.Min(text.Length, MaxLength))))
        {
            var words = 0;
            while (words < tokens.Length && tokens[words].Start < found.Length)
            {
                words++;
            }

            return words;
        }

        return 0;
    }

    // The agency's brackets or the date are asked for: "NATO - the alliance…" is no dateline.
    [GeneratedRegex(@"^[\p{Lu}][\p{Lu}\p{M}\s.,/'’-]{1,40}(,\s*\p{L}{3,9}\.?\s+\d{1,2}\s*(\([^)\n]{2,40}\))?|\s*\([^)\n]{2,40}\))\s*[-–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
