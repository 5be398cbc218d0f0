using System.Numerics;
using System.Runtime.Intrinsics;

namespace NewsBot.Topics.Index;

/// <summary>The places of a <see cref="KeyTable"/>, and a filter that says of most keys that they have none.</summary>
internal sealed class KeyPlaces(int size)
{
    /// <summary>Places that are asked at once.</summary>
    private const int Group = 4;

    /// <summary>No literal has number 0: a place that was used and is not any more.</summary>
    private const long Removed = 1L << 32;

    /// <summary>The lower half of a key above, a literal's number below; 0 is free. The first are repeated at the end, so that a group never ends there.</summary>
    private readonly long[] entries = new long[size + Group - 1];

    /// <summary>Bits by the place at which a key's search starts and six more bits of it: an eighth of the places' size, so that it stays near.</summary>
    private readonly ulong[] filter = new ulong[(size >> 3) + 1];

    /// <summary>What each place holds.</summary>
    public ReadOnlySpan<long> Entries => entries.AsSpan(0, size);

    /// <summary>Where the search for a key starts.</summary>
    public int Start(ulong key) => (int)(((key >> 32) * (ulong)size) >> 32);

    /// <summary>False for a key that is not there; mostly true for one that is. May be true for others.</summary>
    public bool MayHave(ulong key, int start) => (Volatile.Read(ref filter[start >> 3]) & BitOf(key)) != 0;

    /// <summary>Adds the literals that share half of the key. Four places are asked at once: where a search ends cannot be guessed.</summary>
    /// <param name="bound">Literals from here on are not wanted.</param>
    public void Find(ulong key, int start, int bound, List<(ulong Key, int Literal)> found)
    {
        var half = Vector256.Create((long)(uint)key);
        for (var place = start; ; place = place + Group < size ? place + Group : place + Group - size)
        {
            var group = Vector256.Create<long>(entries.AsSpan(place, Group));
            for (var alike = Vector256.Equals(group >>> 32, half).ExtractMostSignificantBits(); alike != 0; alike &= alike - 1)
            {
                var entry = Volatile.Read(ref entries[place + BitOperations.TrailingZeroCount(alike)]);
                if ((uint)(entry >> 32) == (uint)key && (int)entry is var literal && literal != 0 && literal < bound)
                {
                    found.Add((key, literal));
                }
            }

            if (Vector256.EqualsAny(group, Vector256<long>.Zero))
            {
                return;
            }
        }
    }

    public void Put(ulong key, int literal)
    {
        var place = Start(key);
        filter[place >> 3] |= BitOf(key);
        Write(Search(place, 0), ((long)(uint)key << 32) | (uint)literal);
    }

    public void Remove(ulong key, int literal) => Write(Search(Start(key), literal), Removed);

    /// <summary>The next place that holds a literal, or nothing where that is 0 and the place was never used.</summary>
    private int Search(int place, int literal)
    {
        while ((int)entries[place] != literal || entries[place] == Removed)
        {
            place = place + 1 == size ? 0 : place + 1;
        }

        return place;
    }

    private void Write(int place, long entry)
    {
        Volatile.Write(ref entries[place], entry);
        if (place < Group - 1)
        {
            Volatile.Write(ref entries[size + place], entry);
        }
    }

    private static ulong BitOf(ulong key) => 1UL << (int)(key & 63);
}
