using NewsBot.TextAnalysis;

namespace NewsBot.Topics.Index;

/// <summary>
/// Which lengths of beginnings are asked for, by a hash of their first four letters: an article's word is only looked up in those lengths.
/// Hashes share places, so it may name a length that nobody asks for. One writer; nothing is ever taken away.
/// </summary>
internal sealed class Beginnings
{
    /// <summary>The shortest beginning that a topic may ask for.</summary>
    public const int Shortest = Term.BeginningLength;

    /// <summary>128 KiB in all: a language has some ten thousand ways to begin a word.</summary>
    private const int PlaceBits = 16;

    private readonly ushort[] lengths = new ushort[1 << PlaceBits];
    private bool isAsked;

    public bool IsEmpty => !Volatile.Read(ref isAsked);

    /// <summary>A bit per length, from <see cref="Shortest"/> on, longer ones than 18 sharing the last; 0 when no beginning could agree.</summary>
    /// <param name="firstLetters">See <see cref="Term.FirstLetters"/>.</param>
    public int LengthsOf(uint firstLetters) => Volatile.Read(ref lengths[firstLetters >> (32 - PlaceBits)]);

    public static bool IsAsked(int lengths, int length) => (lengths >> Math.Min(length - Shortest, 15) & 1) != 0;

    /// <summary>Whether any longer one is.</summary>
    public static bool IsAskedBeyond(int lengths, int length) => lengths >> Math.Min(length - Shortest + 1, 15) != 0;

    public void Add(string beginning)
    {
        if (beginning.Length >= Shortest)
        {
            ref var place = ref lengths[Term.FirstLettersOf(Term.BeginningOf(beginning)) >> (32 - PlaceBits)];
            Volatile.Write(ref place, (ushort)(place | (1 << Math.Min(beginning.Length - Shortest, 15))));
            Volatile.Write(ref isAsked, true);
        }
    }
}
