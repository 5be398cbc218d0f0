using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace NewsBot.Text;

/// <summary>
/// A word as it is written, in 16 bytes: its letters where they are ASCII and not more; otherwise two hashes, marked by a byte that ASCII
/// has not.
/// </summary>
/// <param name="First">Never 0.</param>
internal readonly record struct WordKey(ulong First, ulong Second)
{
    /// <summary>Letters that fit into a key as they are.</summary>
    public const int MaxLetters = 16;

    private const int Quad = 4;

    private static readonly Vector128<byte>[] Masks = [.. Enumerable.Range(0, MaxLetters + 1).Select(length =>
        Vector128.LessThan(Vector128<byte>.Indices, Vector128.Create((byte)length)))];

    /// <summary>The key of a word that stands in a text.</summary>
    public static WordKey Of(ReadOnlySpan<char> text, int start, int length)
    {
        var word = text.Slice(start, length);
        return length <= MaxLetters && Ascii.IsValid(word) ? OfPlain(text, start, length) : OfOther(word);
    }

    /// <summary>The key of a word of which every letter is known to be ASCII.</summary>
    public static WordKey OfPlain(ReadOnlySpan<char> text, int start, int length)
    {
        if (length > MaxLetters)
        {
            return OfOther(text.Slice(start, length));
        }

        if (start + MaxLetters > text.Length)
        {
            return OfLast(text.Slice(start, length));
        }

        var units = Vector256.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(start, MaxLetters)));
        return Of(Vector128.Narrow(units.GetLower(), units.GetUpper()) & Masks[length]);
    }

    /// <summary>The folded product of both halves: every letter changes every bit.</summary>
    public ulong Hash
    {
        get
        {
            var high = Math.BigMul(First ^ WordHash.Start, Second ^ 0x9E3779B97F4A7C15, out ulong low);
            return high ^ low;
        }
    }

    /// <summary>The key of the first letters of a word of plain letters that fits, in lower case.</summary>
    public WordKey Beginning(int letters) => Of((Vector128.Create(First, Second).AsByte() | Vector128.Create((byte)0x20)) & Masks[letters]);

    private static WordKey Of(Vector128<byte> letters) => new(letters.AsUInt64().GetElement(0), letters.AsUInt64().GetElement(1));

    /// <summary>Four letters at a time; the last four may overlap those before.</summary>
    private static WordKey OfOther(ReadOnlySpan<char> word)
    {
        if (word.Length < Quad)
        {
            return OfFew(word);
        }

        var (first, second) = (WordHash.Start, (ulong)word.Length);
        for (var start = 0; start < word.Length - Quad; start += Quad)
        {
            Extend(ref first, ref second, word[start..]);
        }

        Extend(ref first, ref second, word[^Quad..]);
        return new WordKey(WordHash.Finish(first), WordHash.Finish(second) | 0xFF00_0000_0000_0000);
    }

    private static void Extend(ref ulong first, ref ulong second, ReadOnlySpan<char> rest)
    {
        var letters = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(rest));
        (first, second) = (WordHash.Join(first, letters), WordHash.Join(second, letters ^ WordHash.Start));
    }

    private static WordKey OfFew(ReadOnlySpan<char> word)
    {
        Span<char> padded = stackalloc char[Quad];
        padded.Clear();
        word.CopyTo(padded);
        return OfOther(padded);
    }

    /// <summary>Of a word too near to the end of its text.</summary>
    private static WordKey OfLast(ReadOnlySpan<char> word)
    {
        Span<char> padded = stackalloc char[MaxLetters];
        padded.Clear();
        word.CopyTo(padded);
        return OfPlain(padded, 0, word.Length);
    }
}
