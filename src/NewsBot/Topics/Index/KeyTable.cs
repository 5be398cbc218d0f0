namespace NewsBot.Topics.Index;

/// <summary>
/// Finds the literals with a key; a key may have several. Open addressing with linear probing and 8 bytes a slot: the upper half of the key,
/// which also says where the slot belongs, and the literal's number. Two keys may share their upper half: the caller compares the rest.
/// </summary>
internal sealed class KeyTable
{
    private const int InitialSlots = 1 << 10;

    /// <summary>Slots that share a word of the filter.</summary>
    private const int SlotsPerFilterWord = 8;

    /// <summary>0 is free. A power of two.</summary>
    private ulong[] slots = new ulong[InitialSlots];

    /// <summary>A bit per key: most keys of an article belong to no topic, and an eighth of the memory says so.</summary>
    private ulong[] filter = new ulong[InitialSlots / SlotsPerFilterWord];
    private int count;

    /// <summary>False for most keys that are not there, true for every key that is.</summary>
    public bool MayContain(ulong key) => (filter[IndexOf(key) / SlotsPerFilterWord] & FilterBit(key)) != 0;

    /// <summary>The slot where the search for a key begins; see <see cref="Next"/>.</summary>
    public int IndexOf(ulong key) => (int)((key >> 32) * (ulong)slots.Length >> 32);

    /// <summary>The next literal whose key may be this one, or 0 when there is no more. Moves <paramref name="slot"/> past it.</summary>
    public int Next(ulong key, ref int slot)
    {
        while (slots[slot] is var entry and not 0)
        {
            slot = After(slot);
            if ((entry ^ key) >> 32 == 0)
            {
                return (int)entry;
            }
        }

        return 0;
    }

    /// <summary>Reads the slots where the searches for keys begin. The result means nothing; it keeps the reads from being left out.</summary>
    public ulong Prefetch(ReadOnlySpan<(ulong Key, int Token)> keys)
    {
        var read = 0UL;
        foreach (ref readonly var found in keys)
        {
            read ^= slots[IndexOf(found.Key)];
        }

        return read;
    }

    /// <param name="literal">1 or more.</param>
    public void Add(ulong key, int literal)
    {
        // At most 0.7 full: above, runs of used slots grow long.
        if (++count * 10L > slots.Length * 7L)
        {
            Grow();
        }

        Put((key >> 32 << 32) | (uint)literal);
    }

    public void Remove(ulong key, int literal)
    {
        var slot = IndexOf(key);
        while ((int)slots[slot] != literal)
        {
            slot = After(slot);
        }

        count--;
        Free(slot);
    }

    /// <summary>Frees a slot and moves later entries of its run towards their own slots, so that no search ends too early.</summary>
    private void Free(int hole)
    {
        for (var slot = After(hole); slots[slot] != 0; slot = After(slot))
        {
            if (Distance(IndexOf(slots[slot]), slot) >= Distance(hole, slot))
            {
                slots[hole] = slots[slot];
                hole = slot;
            }
        }

        slots[hole] = 0;
    }

    private void Grow()
    {
        var entries = slots;
        slots = new ulong[entries.Length * 2];
        filter = new ulong[slots.Length / SlotsPerFilterWord];
        foreach (var entry in entries)
        {
            if (entry != 0)
            {
                Put(entry);
            }
        }
    }

    private void Put(ulong entry)
    {
        var slot = IndexOf(entry);
        filter[slot / SlotsPerFilterWord] |= FilterBit(entry);
        while (slots[slot] != 0)
        {
            slot = After(slot);
        }

        slots[slot] = entry;
    }

    /// <summary>From bits that say nothing about the slot while there are fewer than 2^26.</summary>
    private static ulong FilterBit(ulong key) => 1UL << (int)(key >> 32);

    private int After(int slot) => (slot + 1) & (slots.Length - 1);

    private int Distance(int from, int to) => (to - from) & (slots.Length - 1);
}
