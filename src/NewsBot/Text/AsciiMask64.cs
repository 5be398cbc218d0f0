using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Text;

/// <summary>
/// Classifies 64 UTF-16 units of a text at once, a bit each, the first lowest, so that plain words are found without a loop over them.
/// </summary>
/// <param name="Letters">Letters a to z in both cases, and digits.</param>
/// <param name="Numbers">Digits that follow a letter: they begin a word of their own.</param>
/// <param name="Gaps">Signs that only separate words: a space, a comma, a hyphen, parentheses, straight quotation marks.</param>
internal readonly record struct AsciiMask64(ulong Letters, ulong Numbers, ulong Gaps)
{
    public const int Count = 64;

    private const int Half = Count / 2;

    /// <summary>Units after the end of the text are in no class.</summary>
    public static AsciiMask64 Of(ReadOnlySpan<char> rest)
    {
        if (rest.Length < Count)
        {
            return OfLast(rest);
        }

        var units = MemoryMarshal.Cast<char, ushort>(rest);
        var (first, second) = (Vector512.Create(units[..Half]), Vector512.Create(units[Half..Count]));
        var letters = LettersOf(first) | (LettersOf(second) << Half);
        var digits = DigitsOf(first) | (DigitsOf(second) << Half);
        return new AsciiMask64(letters | digits, digits & (letters << 1), GapsOf(first) | (GapsOf(second) << Half));
    }

    private static AsciiMask64 OfLast(ReadOnlySpan<char> rest)
    {
        Span<char> padded = stackalloc char[Count];
        padded.Clear();
        rest.CopyTo(padded);
        return Of(padded);
    }

    private static ulong LettersOf(Vector512<ushort> units) =>
        Within(units | Vector512.Create((ushort)0x20), 'a', 'z').ExtractMostSignificantBits();

    private static ulong DigitsOf(Vector512<ushort> units) => Within(units, '0', '9').ExtractMostSignificantBits();

    private static ulong GapsOf(Vector512<ushort> units) =>
        (Vector512.Equals(units, Vector512.Create((ushort)' ')) | Vector512.Equals(units, Vector512.Create((ushort)'"')) | Within(units, '(', '-'))
            .ExtractMostSignificantBits();

    private static Vector512<ushort> Within(Vector512<ushort> units, char first, char last) =>
        Vector512.LessThanOrEqual(units - Vector512.Create((ushort)first), Vector512.Create((ushort)(last - first)));
}
