using System.Runtime.InteropServices;

namespace NewsBot.Text;

/// <summary>
/// Finds words that are written in parts: "plug-in" and "cli.gs". The parts are words by themselves ("Nato-Gipfel" holds "Nato"), and
/// together they are one more: "plugin", "cligs".
/// </summary>
internal static class JoinedWords
{
    /// <summary>More parts than this are no word but a phrase or an address.</summary>
    private const int MaxParts = 4;

    private static readonly char[] Joints = ['-', '\u2010', '\u2011', '.'];

    /// <summary>The number of tokens from a place on that are one word written in parts; 1 for a word by itself.</summary>
    /// <param name="composed">The text in which the starts of the tokens count.</param>
    public static int PartsAt(ReadOnlySpan<char> composed, ReadOnlySpan<Token> tokens, int first)
    {
        var parts = 1;
        while (first + parts < tokens.Length && Joins(composed, tokens[first + parts - 1], tokens[first + parts]))
        {
            parts++;
        }

        return parts;
    }

    /// <summary>Adds the joined words of the tokens from a place on, after them.</summary>
    public static void Append(Tokenizer tokenizer, ReadOnlySpan<char> composed, int first)
    {
        var end = tokenizer.Tokens.Count;
        while (first < end)
        {
            var tokens = CollectionsMarshal.AsSpan(tokenizer.Tokens)[..end];
            var parts = PartsAt(composed, tokens, first);
            if (parts is > 1 and <= MaxParts)
            {
                var (start, length) = (tokens[first].Start, tokens[first + parts - 1].End - tokens[first].Start);
                tokenizer.AppendJoined(Join(composed.Slice(start, length)), start, length);
            }

            first += parts;
        }
    }

    /// <summary>The word without the signs between its parts.</summary>
    public static string Join(ReadOnlySpan<char> written) => string.Concat(written.ToString().Split(Joints));

    /// <summary>A hyphen, or the dot within a name of the web.</summary>
    public static bool IsJoint(char sign) => Joints.Contains(sign);

    private static bool Joins(ReadOnlySpan<char> composed, in Token part, in Token next) =>
        next.Start == part.End + 1
        && IsJoint(composed[part.End])
        && char.IsLetter(composed[part.Start])
        && char.IsLetter(composed[next.Start]);
}
