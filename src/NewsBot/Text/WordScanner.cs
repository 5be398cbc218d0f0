using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace NewsBot.Text;

/// <summary>
/// Walks over the words of a text. Hyphens and apostrophes part words ("Nato-Gipfel", "l'Iran"), a possessive 's is dropped,
/// a dotted abbreviation ("U.S.") is one word, and addresses of the web are passed over.
/// </summary>
internal ref struct WordScanner(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<byte> classes = CharacterClasses.Classes;
    private AsciiMask64 units;
    private int unitsStart = -AsciiMask64.Count;
    private int next;

    /// <summary>First UTF-16 unit of the word: a run of letters and digits of one script.</summary>
    public int Start { get; private set; }

    /// <summary>UTF-16 units.</summary>
    public int Length { get; private set; }

    /// <summary>How its script parts words.</summary>
    public Script Script { get; private set; }

    /// <summary>Whether it is known to have no letters but a to z and digits.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Whether a sentence or paragraph ended before it.</summary>
    public bool IsAfterBreak { get; private set; }

    public bool MoveNext()
    {
        IsAfterBreak = false;
        IsPlain = TakePlain();
        return IsPlain || WalkOn();
    }

    /// <summary>Takes a word of plain letters between plain gaps. Nothing happens when the next is another.</summary>
    private bool TakePlain()
    {
        var passed = next - unitsStart;
        while (true)
        {
            if ((uint)passed < AsciiMask64.Count)
            {
                var letters = units.Letters >> passed;
                var first = BitOperations.TrailingZeroCount(letters);
                // A number ends the word before it; at the first place it is the word itself.
                var numbers = (units.Numbers >> passed >> first) & ~1UL;
                var length = BitOperations.TrailingZeroCount(~(letters >> first) | numbers);
                var plain = BitOperations.TrailingZeroCount(~((units.Letters | units.Gaps) >> passed));
                if (first + length < plain)
                {
                    (Start, Length, Script) = (next + first, length, Script.Spaced);
                    next += first + length;
                    return true;
                }

                if (passed + plain < AsciiMask64.Count || passed == 0)
                {
                    return false;
                }
            }

            if (next == text.Length)
            {
                return false;
            }

            units = AsciiMask64.Of(text[next..]);
            (unitsStart, passed) = (next, 0);
        }
    }

    private bool WalkOn()
    {
        var lines = 0;
        while (next < text.Length)
        {
            var kind = classes[text[next]];
            if ((kind & (CharacterClasses.ScriptBits | CharacterClasses.Surrogate)) == 0)
            {
                if ((kind & CharacterClasses.Breaks) != 0)
                {
                    lines += text[next] == '\n' ? 1 : 0;
                    IsAfterBreak |= lines > 1 || SentenceBreaks.At(text, next, Length);
                }

                next++;
                continue;
            }

            var script = ScriptAt(next, out var units);
            if (script == Script.None)
            {
                next += units;
            }
            else if (!SkipAddress() && !SkipPossessive())
            {
                Take(script, units);
                return true;
            }
        }

        return false;
    }

    private readonly Script ScriptAt(int index, out int units)
    {
        var kind = classes[text[index]];
        if ((kind & CharacterClasses.Surrogate) == 0)
        {
            units = 1;
            return (Script)(kind & CharacterClasses.ScriptBits);
        }

        Rune.DecodeFromUtf16(text[index..], out var rune, out units);
        return Scripts.Of(rune);
    }

    private void Take(Script script, int units)
    {
        (Start, Script) = (next, script);
        next = script == Script.Spaced ? Dotted(Start) : Start;
        if (next == Start)
        {
            next = EndOfRun(Start + units, script);
        }

        Length = next - Start;
    }

    private readonly int EndOfRun(int end, Script script)
    {
        var text = this.text;
        var classes = this.classes;
        end += script == Script.Spaced && !StartsNumber(end) ? PlainLetters(text[end..]) : 0;
        while (true)
        {
            while ((uint)end < (uint)text.Length && (classes[text[end]] & CharacterClasses.ScriptBits) == (int)script && !StartsNumber(end))
            {
                end++;
            }

            if (end == text.Length || StartsNumber(end))
            {
                return end;
            }

            var kind = classes[text[end]];
            if ((kind & CharacterClasses.Continues) != 0)
            {
                end++;
            }
            else if ((kind & CharacterClasses.Surrogate) != 0 && GoesOn(end, script, out var units))
            {
                end += units;
            }
            else
            {
                return end;
            }
        }
    }

    /// <summary>Whether a digit follows a letter: F35 is the two words that F-35 and F 35 are.</summary>
    private readonly bool StartsNumber(int index) =>
        (uint)index < (uint)text.Length && char.IsAsciiDigit(text[index]) && !char.IsAsciiDigit(text[index - 1]);

    /// <summary>How many letters without accents, or digits, come next, classified 16 units at a time: mostly all of the word.</summary>
    private static int PlainLetters(ReadOnlySpan<char> rest)
    {
        if (rest.Length < Vector256<ushort>.Count)
        {
            return 0;
        }

        var units = Vector256.Create(MemoryMarshal.Cast<char, ushort>(rest));
        var letters = Vector256.LessThan((units | Vector256.Create((ushort)0x20)) - Vector256.Create((ushort)'a'), Vector256.Create((ushort)26));
        var digits = Vector256.LessThan(units - Vector256.Create((ushort)'0'), Vector256.Create((ushort)10));
        var (letterBits, digitBits) = (letters.ExtractMostSignificantBits(), digits.ExtractMostSignificantBits());
        return BitOperations.TrailingZeroCount(~(letterBits | digitBits) | (digitBits & (letterBits << 1)));
    }

    private readonly bool GoesOn(int index, Script script, out int units)
    {
        Rune.DecodeFromUtf16(text[index..], out var rune, out units);
        return Scripts.Of(rune) == script || Scripts.Continues(rune);
    }

    /// <summary>The end of an abbreviation of at least two single letters with dots, or <paramref name="start"/> without one.</summary>
    private readonly int Dotted(int start)
    {
        var end = start;
        var letters = 0;
        while (end + 1 < text.Length && text[end + 1] == '.' && char.IsLetter(text[end]))
        {
            end += 2;
            letters++;
        }

        if (letters == 0)
        {
            return start;
        }

        var lastLetter = end < text.Length && char.IsLetter(text[end]);
        var lastIsAlone = lastLetter && (end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1]));
        letters += lastIsAlone ? 1 : 0;
        return letters < 2 || (lastLetter && !lastIsAlone) ? start : end + (lastIsAlone ? 1 : 0);
    }

    private bool SkipAddress()
    {
        if (text[next] is not ('h' or 'w' or 'H' or 'W') || !StartsAddress(text[next..]))
        {
            return false;
        }

        while (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return true;
    }

    private static bool StartsAddress(ReadOnlySpan<char> rest) =>
        rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private bool SkipPossessive()
    {
        var isPossessive = text[next] is 's' or 'S'
            && next > 1
            && next == Start + Length + 1
            && Apostrophes.Contains(text[next - 1])
            && (next + 1 == text.Length || !char.IsLetterOrDigit(text[next + 1]));
        next += isPossessive ? 1 : 0;
        return isPossessive;
    }
}
