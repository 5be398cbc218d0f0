using System.Text;

namespace NewsBot.TextAnalysis;

/// <summary>
/// Walks over the words of a text. Hyphens and apostrophes part words ("Nato-Gipfel", "l'Iran"), a possessive 's is dropped,
/// a dotted abbreviation ("U.S.") is one word, and addresses of the web are passed over.
/// </summary>
internal ref struct WordScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int next;

    public RawWord Current { get; private set; }

    public bool MoveNext()
    {
        var afterBreak = false;
        var lines = 0;
        while (next < text.Length)
        {
            Rune.DecodeFromUtf16(text[next..], out var rune, out var units);
            var script = Scripts.Of(rune);
            if (script != Script.None && !SkipAddress() && !SkipPossessive())
            {
                Current = Take(script, units, afterBreak);
                return true;
            }

            if (script == Script.None)
            {
                lines += rune.Value == '\n' ? 1 : 0;
                afterBreak |= lines > 1 || SentenceBreaks.At(text, next, Current.Length);
                next += units;
            }
        }

        return false;
    }

    private RawWord Take(Script script, int units, bool afterBreak)
    {
        var start = next;
        next = script == Script.Spaced ? Dotted(start) : start;
        if (next == start)
        {
            next = start + units;
            while (next < text.Length)
            {
                Rune.DecodeFromUtf16(text[next..], out var rune, out units);
                if (Scripts.Of(rune) != script && !Scripts.Continues(rune))
                {
                    break;
                }

                next += units;
            }
        }

        return new RawWord(start, next - start, script, afterBreak);
    }

    /// <summary>The end of an abbreviation of at least two single letters with dots, or <paramref name="start"/> without one.</summary>
    private readonly int Dotted(int start)
    {
        var end = start;
        var letters = 0;
        while (end + 1 < text.Length && char.IsLetter(text[end]) && text[end + 1] == '.')
        {
            end += 2;
            letters++;
        }

        var lastLetter = end < text.Length && char.IsLetter(text[end]);
        var lastIsAlone = lastLetter && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]));
        letters += lastIsAlone ? 1 : 0;
        return letters < 2 || (lastLetter && !lastIsAlone) ? start : end + (lastIsAlone ? 1 : 0);
    }

    private bool SkipAddress()
    {
        var rest = text[next..];
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        while (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return true;
    }

    private bool SkipPossessive()
    {
        var isPossessive = next > 1
            && next == Current.End + 1
            && text[next] is 's' or 'S'
            && Apostrophes.Contains(text[next - 1])
            && (next + 1 == text.Length || !char.IsLetterOrDigit(text[next + 1]));
        next += isPossessive ? 1 : 0;
        return isPossessive;
    }
}
