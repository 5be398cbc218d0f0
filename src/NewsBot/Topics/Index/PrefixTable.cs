using System.Runtime.InteropServices;
using NewsBot.Text;

namespace NewsBot.Topics.Index;

/// <summary>
/// Which lengths of prefixes topics ask for, by a hash of their first four letters: an article's word is only looked up in those lengths.
/// Hashes share buckets, so it may name a length that nobody asks for. Nothing is ever removed.
/// </summary>
internal sealed class PrefixTable
{
    /// <summary>The shortest prefix that a topic may ask for.</summary>
    public const int MinLength = 4;

    /// <summary>128 KiB in all: a language has some ten thousand ways to begin a word.</summary>
    private const int BucketBits = 16;

    /// <summary>Lengths that have a bit of their own; all longer ones share the last.</summary>
    private const int LengthBits = 16;

    /// <summary>Sets the lower-case bit of four ASCII letters.</summary>
    private const ulong LowerCase = 0x0020_0020_0020_0020;

    private const ulong NotAscii = 0xFF80_FF80_FF80_FF80;

    private readonly ushort[] lengths = new ushort[1 << BucketBits];

    public bool IsEmpty { get; private set; } = true;

    /// <summary>False when no topic asks for a prefix of a word that begins so; mostly true otherwise.</summary>
    /// <param name="letters">The first four of a word as they stand in the text.</param>
    public bool MayContain(ReadOnlySpan<char> letters)
    {
        var four = FourOf(letters);

        // The letters of a word differ from those of its term only where they have accents, or in U.S.S.R.
        var isOther = ((four & NotAscii) != 0) | ((char)(four >> 16) == '.');
        return isOther | lengths[BucketOf(four)] != 0;
    }

    /// <summary>The lengths that are asked for of a word; see <see cref="BitOf"/>.</summary>
    /// <param name="letters">All of its letters, four or more, without accents.</param>
    public int LengthsOf(ReadOnlySpan<char> letters)
    {
        var possible = (1 << Math.Min(letters.Length - MinLength + 1, LengthBits)) - 1;
        return lengths[BucketOf(FourOf(letters))] & possible;
    }

    /// <summary>The bit of a length, the shortest first.</summary>
    public static int BitOf(int length) => 1 << Math.Min(length - MinLength, LengthBits - 1);

    /// <summary>The key that an article with a word of this prefix holds; nothing else is hashed in this way.</summary>
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

    public void Add(string prefix)
    {
        if (prefix.Length >= MinLength)
        {
            lengths[BucketOf(FourOf(prefix))] |= (ushort)BitOf(prefix.Length);
            IsEmpty = false;
        }
    }

    /// <summary>Four letters in one number, ASCII ones in lower case.</summary>
    private static ulong FourOf(ReadOnlySpan<char> letters) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(letters)) | LowerCase;

    private static int BucketOf(ulong four) => (int)((four * 0x9FB21C651E98DF25) >> (64 - BucketBits));
}
