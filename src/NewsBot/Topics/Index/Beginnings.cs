using NewsBot.TextAnalysis;

namespace NewsBot.Topics.Index;

/// <summary>
/// Which lengths of beginnings are asked for, by a hash of their first four letters: an article's word is only looked up in those lengths.
/// One writer; an entry is one number and is never taken away.
/// </summary>
internal sealed class Beginnings
{
    /// <summary>The shortest beginning that a topic may ask for.</summary>
    public const int Shortest = Term.FirstLetters;

    private const int FirstEntries = 256;
    private const ulong Letters = ~0xFFFFUL;

    private ulong[] entries = new ulong[FirstEntries];
    private int count;

    public bool IsEmpty => Volatile.Read(ref count) == 0;

    /// <summary>Longer ones share the last bit.</summary>
    public static bool IsAsked(ulong lengths, int length) => (lengths >> Math.Min(length - Shortest, 15) & 1) != 0;

    /// <summary>A bit per length, from <see cref="Shortest"/> on; 0 for a word with which no beginning could agree.</summary>
    public ulong LengthsOf(Term word)
    {
        var known = Volatile.Read(ref entries);
        return word.Beginning == 0 ? 0 : known[Place(known, word.Beginning & Letters)] & ~Letters;
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

        var letters = Term.BeginningOf(beginning) & Letters;
        ref var entry = ref entries[Place(entries, letters)];
        count += entry == 0 ? 1 : 0;
        Volatile.Write(ref entry, entry | letters | (1UL << Math.Min(beginning.Length - Shortest, 15)));
    }

    private void Grow()
    {
        var larger = new ulong[entries.Length * 2];
        foreach (var entry in entries)
        {
            if (entry != 0)
            {
                larger[Place(larger, entry & Letters)] = entry;
            }
        }

        Volatile.Write(ref entries, larger);
    }

    private static int Place(ulong[] entries, ulong key)
    {
        var place = (int)((key * 0x9E3779B97F4A7C15) >> 40) & (entries.Length - 1);
        while (Volatile.Read(ref entries[place]) is var entry && entry != 0 && (entry & Letters) != key)
        {
            place = (place + 1) & (entries.Length - 1);
        }

        return place;
    }
}
