namespace NewsBot.Topics.Index;

/// <summary>The places of a <see cref="KeyTable"/>, and a filter that says of most keys that they have none.</summary>
internal sealed class KeyPlaces(int size)
{
    /// <summary>Bits by the place at which a key's search starts and six more bits of it: an eighth of the places' size, so that it stays near.</summary>
    private readonly ulong[] filter = new ulong[(size >> 3) + 1];

    /// <summary>The lower half of a key above, a literal's number below; 0 is free.</summary>
    public long[] Entries { get; } = new long[size];

    /// <summary>Where the search for a key starts.</summary>
    public int Start(ulong key) => (int)(((key >> 32) * (ulong)Entries.Length) >> 32);

    /// <summary>False for a key that is not there; mostly true for one that is. May be true for others.</summary>
    public bool MayHave(ulong key, int start) => (Volatile.Read(ref filter[start >> 3]) & BitOf(key)) != 0;

    public void Put(ulong key, int literal)
    {
        var place = Start(key);
        filter[place >> 3] |= BitOf(key);
        while (Entries[place] != 0)
        {
            place = place + 1 == Entries.Length ? 0 : place + 1;
        }

        Volatile.Write(ref Entries[place], ((long)(uint)key << 32) | (uint)literal);
    }

    private static ulong BitOf(ulong key) => 1UL << (int)(key & 63);
}
