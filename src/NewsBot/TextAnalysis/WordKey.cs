using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.TextAnalysis;

/// <summary>
/// A word as it is written, in 16 bytes: the letters of a short one; two hashes of a long one, marked by a noncharacter that no word holds.
/// </summary>
/// <param name="First">Never 0.</param>
internal readonly record struct WordKey(ulong First, ulong Second)
{
    /// <summary>Letters that fit into a key as they are.</summary>
    public const int ShortWord = 8;

    private const int Quad = 4;

    private static readonly Vector128<ushort>[] Masks = [.. Enumerable.Range(0, ShortWord + 1).Select(length =>
        Vector128.LessThan(Vector128<ushort>.Indices, Vector128.Create((ushort)length)))];

    /// <summary>The key of a word that stands in a text.</summary>
    public static WordKey Of(ReadOnlySpan<char> text, int start, int length)
    {
        if (length > ShortWord)
        {
            return OfLong(text.Slice(start, length));
        }

        if (start + ShortWord > text.Length)
        {
            return OfLast(text.Slice(start, length));
        }

        var letters = Vector128.Create(MemoryMarshal.Cast<char, ushort>(text.Slice(start, ShortWord)));
        return Of(letters & Masks[length]);
    }

    /// <summary>Equal for equal keys.</summary>
    public ulong Hash => WordHash.Join(First, Second);

    /// <summary>The first letters of a short word.</summary>
    public WordKey Beginning(int letters) => Of(Vector128.Create(First, Second).AsUInt16() & Masks[letters]);

    /// <summary>A short word in lower case.</summary>
    /// <returns>False for one that has more than the letters a to z and digits.</returns>
    public bool TryLower(out WordKey lower)
    {
        var units = Vector128.Create(First, Second).AsUInt16();
        var caseBit = Vector128.Create((ushort)0x20);
        var letters = Vector128.LessThan((units | caseBit) - Vector128.Create((ushort)'a'), Vector128.Create((ushort)26));
        var digits = Vector128.LessThan(units - Vector128.Create((ushort)'0'), Vector128.Create((ushort)10));
        lower = Of(units | (letters & caseBit));
        return (letters | digits | Vector128.Equals(units, Vector128<ushort>.Zero)) == Vector128<ushort>.AllBitsSet;
    }

    /// <summary>The folded product of both halves: every letter changes every bit.</summary>
    public int Place(int slots)
    {
        var high = Math.BigMul(First ^ WordHash.Start, Second ^ 0x9E3779B97F4A7C15, out ulong low);
        return (int)(high ^ low) & (slots - 1);
    }

    private static WordKey Of(Vector128<ushort> letters) => new(letters.AsUInt64().GetElement(0), letters.AsUInt64().GetElement(1));

    /// <summary>Four letters at a time; the last four may overlap those before.</summary>
    private static WordKey OfLong(ReadOnlySpan<char> word)
    {
        var (first, second) = (WordHash.Start, (ulong)word.Length);
        for (var start = 0; start < word.Length - Quad; start += Quad)
        {
            Extend(ref first, ref second, word[start..]);
        }

        Extend(ref first, ref second, word[^Quad..]);
        return new WordKey(WordHash.Finish(first), WordHash.Finish(second) | 0xFFFF_0000_0000_0000);
    }

    private static void Extend(ref ulong first, ref ulong second, ReadOnlySpan<char> rest)
    {
        var letters = MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(rest));
        (first, second) = (WordHash.Join(first, letters), WordHash.Join(second, letters ^ WordHash.Start));
    }

    /// <summary>Of a word too near to the end of its text.</summary>
    private static WordKey OfLast(ReadOnlySpan<char> word)
    {
        Span<char> padded = stackalloc char[ShortWord];
        padded.Clear();
        word.CopyTo(padded);
        return Of(padded, 0, word.Length);
    }
}
