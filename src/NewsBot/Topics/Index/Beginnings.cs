using NewsBot.TextAnalysis;

namespace NewsBot.Topics.Index;

/// <summary>
/// Which lengths of beginnings are asked for, by a hash of their first four letters: an article's word is only looked up in those lengths.
/// One writer; an entry is one number and is never taken away.
/// </summary>
internal sealed class Beginnings
{
    /// <summary>The shortest beginning that a topic may ask for.</summary>
    public const int Shortest = Term.BeginningLength;

    private const int FirstEntries = 256;
    private const int KeyBits = 32;
    private const ulong Lengths = 0xFFFF;

    private ulong[] entries = new ulong[FirstEntries];
    private int count;

    public bool IsEmpty => Volatile.Read(ref count) == 0;

    /// <summary>Longer ones share the last bit.</summary>
    public static bool IsAsked(ulong lengths, int length) => (lengths >> Math.Min(length - Shortest, 15) & 1) != 0;

    /// <summary>A bit per length, from <see cref="Shortest"/> on; 0 for a word with which no beginning could agree.</summary>
    /// <param name="firstLetters">See <see cref="Term.FirstLetters"/>.</param>
    public ulong LengthsOf(uint firstLetters)
    {
        var known = Volatile.Read(ref entries);
        return firstLetters == 0 ? 0 : known[Place(known, firstLetters)] & Lengths;
    }

    public void Add(string beginning)
    {
        if (beginning.Length < Shortest)
        {
            return;
        }

        if (count * 2 >= entries.Length)
        {
            Grow();
        }

        var firstLetters = Term.FirstLettersOf(Term.BeginningOf(beginning));
        ref var entry = ref entries[Place(entries, firstLetters)];
        count += entry == 0 ? 1 : 0;
        Volatile.Write(ref entry, entry | ((ulong)firstLetters << KeyBits) | (1UL << Math.Min(beginning.Length - Shortest, 15)));
    }

    private void Grow()
    {
        var larger = new ulong[entries.Length * 2];
        foreach (var entry in entries)
        {
            if (entry != 0)
            {
                larger[Place(larger, (uint)(entry >> KeyBits))] = entry;
            }
        }

        Volatile.Write(ref entries, larger);
    }

    private static int Place(ulong[] entries, uint firstLetters)
    {
        var place = (int)((firstLetters * 0x9E3779B97F4A7C15) >> 40) & (entries.Length - 1);
        while (Volatile.Read(ref entries[place]) is var entry && entry != 0 && (uint)(entry >> KeyBits) != firstLetters)
        {
            place = (place + 1) & (entries.Length - 1);
        }

        return place;
    }
}
