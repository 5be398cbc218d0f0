namespace NewsBot.Topics.Index;

/// <summary>
/// Finds the literals with a key. Open addressing with 8 bytes a place: half of the key, and the literal's number. One writer; readers
/// take no lock: a place is written in one piece, a removed one is never used for another key, and larger places replace the old ones
/// whole. A key may have several literals.
/// </summary>
internal sealed class KeyTable(Chunked<Literal> literals)
{
    private const int FirstPlaces = 1 << 10;

    private KeyPlaces current = new(FirstPlaces);
    private int used;
    private int count;

    /// <summary>The places of the moment; to be kept while one article is matched.</summary>
    public KeyPlaces Snapshot() => Volatile.Read(ref current);

    public void Add(ulong key, int literal)
    {
        // At most 0.7 full: above, many a group has no room for its own keys; more air costs memory.
        if ((used + 1) * 10L > current.Size * 7L)
        {
            Rebuild(Math.Max(FirstPlaces, (int)(count * 2.1)));
        }

        current.Put(key, literal);
        used++;
        count++;
    }

    public void Remove(ulong key, int literal)
    {
        current.Remove(key, literal);
        count--;
    }

    private void Rebuild(int size)
    {
        var larger = new KeyPlaces(size);
        foreach (var literal in current.All())
        {
            larger.Put(literals[literal].Key, literal);
        }

        used = count;
        Volatile.Write(ref current, larger);
    }
}
