using System.Text;

namespace NewsBot.Content.Html;

/// <summary>Text from a page, made fit to show and otherwise verbatim.</summary>
internal static class DisplayText
{
    /// <summary>What a page states about itself (a headline, a name, a date) is far shorter; the patterns that read statements may take quadratic time.</summary>
    private const int MaxStatement = 2_000;

    /// <summary>One line: every run of white space (no-break spaces too) is one space; control and invisible characters are dropped.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                gap = folded.Length > 0;
            }
            else if (!char.IsControl(character) && character is not ('\u200B' or '\uFEFF' or '\u00AD'))
            {
                if (gap)
                {
                    folded.Append(' ');
                    gap = false;
                }

                folded.Append(character);
            }
        }

        return folded.ToString();
    }

    /// <summary><see cref="Fold"/>, or null when nothing is left.</summary>
    public static string? FoldOrNull(string? text) => Fold(text) is { Length: > 0 } folded ? folded : null;

    /// <summary><see cref="FoldOrNull"/> of no more than the first 2,000 characters: for what a page states outside its text.</summary>
    public static string? StatementOrNull(string? text) => FoldOrNull(text is { Length: > MaxStatement } ? text[..MaxStatement] : text);

    /// <summary>How much there is to read, in Latin letters: a sign of Chinese, Japanese or Korean says as much as three.</summary>
    public static int ReadingLength(string text)
    {
        var signs = 0;
        foreach (var character in text)
        {
            signs += character is (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') ? 1 : 0;
        }

        return text.Length + (2 * signs);
    }

    /// <summary>How many words, by spaces.</summary>
    public static int CountWords(string text) => text.Length == 0 ? 0 : 1 + text.AsSpan().Count(' ');

    /// <summary>Whether folded text ends as a sentence does, closing quotes and brackets aside.</summary>
    public static bool EndsAsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("”’»\"')]“ ");
        return end.Length > 0 && ".!?…:;。！？".Contains(end[^1], StringComparison.Ordinal);
    }
}
