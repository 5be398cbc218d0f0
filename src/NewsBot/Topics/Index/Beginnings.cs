using NewsBot.TextAnalysis;

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

    private readonly ushort[] lengths = new ushort[1 << PlaceBits];
    private bool isAsked;

    public bool IsEmpty => !Volatile.Read(ref isAsked);

    /// <summary>The lengths that are asked for of a word; see <see cref="BitOf"/>.</summary>
    /// <param name="letters">Its first letters, four or more.</param>
    /// <param name="length">All letters of the word: it has no longer beginning.</param>
    public int LengthsOf(WordKey letters, int length)
    {
        var possible = (1 << Math.Clamp(length - Shortest + 1, 0, LengthBits)) - 1;
        return Volatile.Read(ref lengths[PlaceOf(letters)]) & possible;
    }

    /// <summary>A bit per length, the shortest first; all that are too long for a bit of their own share the last.</summary>
    public static int BitOf(int length) => 1 << Math.Min(length - Shortest, LengthBits - 1);

    /// <summary>What all the letters of a beginning are hashed to, one by one behind those that a key holds.</summary>
    public static ulong HashOf(string beginning)
    {
        var hash = LettersOf(beginning).Hash;
        for (var index = WordKey.ShortWord; index < beginning.Length; index++)
        {
            hash = WordHash.Extend(hash, beginning[index]);
        }

        return hash;
    }

    /// <summary>The first letters of a word in its plain form.</summary>
    public static WordKey LettersOf(string plain) => WordKey.Of(plain, 0, Math.Min(plain.Length, WordKey.ShortWord));

    public void Add(string beginning)
    {
        if (beginning.Length >= Shortest)
        {
            ref var place = ref lengths[PlaceOf(LettersOf(beginning))];
            Volatile.Write(ref place, (ushort)(place | BitOf(beginning.Length)));
            Volatile.Write(ref isAsked, true);
        }
    }

    private static int PlaceOf(WordKey letters) => (int)(WordHash.Finish(letters.First) >> (64 - PlaceBits));
}
