namespace NewsBot.Topics.Index;

/// <summary>
/// Finds the literals with a key. Open addressing with 8 bytes a place: half of the key, and the literal's number. One writer; readers
/// take no lock: a place is written in one piece, a removed one is never used for another key, and a larger table replaces the old one
/// whole. A key may have several literals.
/// </summary>
internal sealed class KeyTable(Chunked<Literal> literals)
{
    private const int FirstPlaces = 1 << 10;

    /// <summary>No literal has number 0: a place that was used and is not any more.</summary>
    private const long Removed = 1L << 32;

    private long[] places = new long[FirstPlaces];
    private int used;
    private int count;

    /// <summary>The places of the moment; to be kept while one article is matched.</summary>
    public long[] Snapshot() => Volatile.Read(ref places);

    /// <summary>Where the search for a key starts.</summary>
    public static int Start(long[] places, ulong key) => (int)(((key >> 32) * (ulong)places.Length) >> 32);

    /// <summary>The next literal with the key from a place on; 0 when there is none. Moves the place past it.</summary>
    public int Next(long[] places, ulong key, ref int place)
    {
        while (true)
        {
            var entry = Volatile.Read(ref places[place]);
            if (entry == 0)
            {
                return 0;
            }

            place = place + 1 == places.Length ? 0 : place + 1;
            var literal = (int)entry;
            if ((uint)(entry >> 32) == (uint)key && literal != 0 && literals[literal].Key == key)
            {
                return literal;
            }
        }
    }

    public void Add(ulong key, int literal)
    {
        // At most 0.7 full: above, chains grow long; more air costs memory.
        if ((used + 1) * 10L > places.Length * 7L)
        {
            Rebuild(Math.Max(FirstPlaces, (int)(count * 2.1)));
        }

        Put(places, key, literal);
        used++;
        count++;
    }

    public void Remove(ulong key, int literal)
    {
        var place = Start(places, key);
        while ((int)places[place] != literal)
        {
            place = place + 1 == places.Length ? 0 : place + 1;
        }

        Volatile.Write(ref places[place], Removed);
        count--;
    }

    private void Rebuild(int size)
    {
        var larger = new long[size];
        foreach (var entry in places)
        {
            if ((int)entry != 0)
            {
                Put(larger, literals[(int)entry].Key, (int)entry);
            }
        }

        used = count;
        Volatile.Write(ref places, larger);
    }

    private static void Put(long[] places, ulong key, int literal)
    {
        var place = Start(places, key);
        while (places[place] != 0)
        {
            place = place + 1 == places.Length ? 0 : place + 1;
        }

        Volatile.Write(ref places[place], ((long)(uint)key << 32) | (uint)literal);
    }
}
