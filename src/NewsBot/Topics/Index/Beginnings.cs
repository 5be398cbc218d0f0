using System.Runtime.InteropServices;
using NewsBot.Text;

namespace NewsBot.Topics.Index;

/// <summary>
/// Which lengths of beginnings are asked for, by a hash of their first four letters: an article's word is only looked up in those lengths.
/// Hashes share places, so it may name a length that nobody asks for. One writer; nothing is ever taken away.
/// </summary>
internal sealed class Beginnings
{
    /// <summary>The shortest beginning that a topic may ask for.</summary>
    public const int Shortest = 4;

    /// <summary>128 KiB in all: a language has some ten thousand ways to begin a word.</summary>
    private const int PlaceBits = 16;

    /// <summary>Bits that a place has for lengths.</summary>
    private const int LengthBits = 16;

    private const ulong LowerCase = 0x0020_0020_0020_0020;

    private readonly ushort[] lengths = new ushort[1 << PlaceBits];

    /// <summary>A bit per place that has a length: in 8 KiB, which stay near while an article is read.</summary>
    private readonly ulong[] asked = new ulong[1 << (PlaceBits - 6)];
    private bool isAsked;

    public bool IsEmpty => !Volatile.Read(ref isAsked);

    /// <summary>False when nobody asks for a beginning of a word that starts so in a text; mostly true otherwise.</summary>
    /// <param name="letters">As many as the shortest beginning has.</param>
    public bool MayHave(ReadOnlySpan<char> letters)
    {
        const ulong NotAscii = 0xFF80_FF80_FF80_FF80;
        var four = FourOf(letters);
        var place = PlaceOf(four);

        // The letters of a word may be others than those of its term only where they have accents, or in U.S.S.R.
        var isOther = ((four & NotAscii) != 0) | ((char)(four >> 16) == '.');
        return isOther | ((Volatile.Read(ref asked[place >> 6]) >> place & 1) != 0);
    }

    /// <summary>The lengths that are asked for of a word; see <see cref="BitOf"/>.</summary>
    /// <param name="letters">All of its letters, four or more, without accents.</param>
    public int LengthsOf(ReadOnlySpan<char> letters)
    {
        var possible = (1 << Math.Min(letters.Length - Shortest + 1, LengthBits)) - 1;
        return Volatile.Read(ref lengths[PlaceOf(FourOf(letters))]) & possible;
    }

    /// <summary>A bit per length, the shortest first; all that are too long for a bit of their own share the last.</summary>
    public static int BitOf(int length) => 1 << Math.Min(length - Shortest, LengthBits - 1);

    /// <summary>What an article holds that has a word which begins so; nothing else is hashed in this way.</summary>
    /// <param name="letters">As they are in <see cref="Term.Plain"/>.</param>
    public static ulong KeyOf(ReadOnlySpan<char> letters)
    {
        var key = WordKey.Of(letters, 0, Math.Min(letters.Length, WordKey.MaxLetters)).Hash;
        for (var index = WordKey.MaxLetters; index < letters.Length; index++)
        {
            key = WordHash.Extend(key, letters[index]);
        }

        return key;
    }

    public void Add(string beginning)
    {
        if (beginning.Length >= Shortest)
        {
            var place = PlaceOf(FourOf(beginning));
            Volatile.Write(ref lengths[place], (ushort)(lengths[place] | BitOf(beginning.Length)));
            Volatile.Write(ref asked[place >> 6], asked[place >> 6] | (1UL << place));
            Volatile.Write(ref isAsked, true);
        }
    }

    /// <summary>Four letters in one number; the plain ones in lower case.</summary>
    private static ulong FourOf(ReadOnlySpan<char> letters) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(letters)) | LowerCase;

    private static int PlaceOf(ulong four) => (int)((four * 0x9FB21C651E98DF25) >> (64 - PlaceBits));
}
