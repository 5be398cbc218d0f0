using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsBot.Topics.Index;

/// <summary>
/// The places of a <see cref="KeyTable"/>, and a filter that says of most keys that they have none. Eight places are a group, which memory
/// brings in one piece and which is asked at once. A key belongs into its own group, or into the next one with room.
/// </summary>
internal sealed class KeyPlaces
{
    private const int Group = 8;

    /// <summary>What memory brings in one piece, in bytes: a group of 8 places of 8 bytes.</summary>
    private const int Line = 64;

    /// <summary>Stands in a literal's place when another one with the same half of a key may stand further on.</summary>
    private const long More = 1L << 31;

    /// <summary>No literal has number 0: a place that was used and is not any more. Whoever takes it for a literal has to go on.</summary>
    private const long Removed = (1L << 32) | More;

    /// <summary>The lower half of a key above, a literal's number below; 0 is free.</summary>
    private readonly long[] entries;

    /// <summary>Six bits of the keys of each group.</summary>
    private readonly ulong[] filter;

    /// <summary>Entries before the first group, so that each group is one line of memory.</summary>
    private readonly int before;

    private readonly int groups;

    /// <param name="size">Places; a few more may be made.</param>
    public KeyPlaces(int size)
    {
        groups = (size + Group - 1) / Group;
        entries = GC.AllocateArray<long>((groups * Group) + Group - 1, pinned: true);
        before = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(entries, 0) & (Line - 1)) / sizeof(long);
        filter = new ulong[groups];
    }

    public int Size => groups * Group;

    /// <summary>The group of a key.</summary>
    public int GroupOf(ulong key) => (int)(((key >> 32) * (ulong)groups) >> 32);

    /// <summary>False for a key that is not there; mostly true for one that is. May be true for others.</summary>
    public bool MayHave(ulong key, int group) => (Volatile.Read(ref filter[group]) & BitOf(key)) != 0;

    /// <summary>
    /// Reads the groups of many keys in a row without a question, so that memory brings them together: they lie far apart.
    /// Returns a number without a meaning, which is to be kept so that the reading is not left out.
    /// </summary>
    public long Touch(ReadOnlySpan<(ulong Key, int Group)> keys)
    {
        var touched = 0L;
        var first = entries.AsSpan(before);
        foreach (var (_, group) in keys)
        {
            touched ^= first[group * Group];
        }

        return touched;
    }

    /// <summary>
    /// A literal of the group that shares half of the key, or 0; and whether there may be more. Asks no question whose answer cannot be
    /// guessed: each costs as much as all the rest.
    /// </summary>
    public (int Literal, bool MayGoOn) First(ulong key, int group)
    {
        var places = PlacesOf(group);
        var held = Vector512.Create<long>(places);
        var alike = Vector512.Equals(held >>> 32, Vector512.Create((long)(uint)key)).ExtractMostSignificantBits();
        var free = Vector512.Equals(held, Vector512<long>.Zero).ExtractMostSignificantBits();
        var entry = Volatile.Read(ref places[BitOperations.TrailingZeroCount(alike) & (Group - 1)]);
        var isFound = alike != 0;
        return (isFound ? LiteralOf(entry) : 0, (isFound & (entry & More) != 0) | (!isFound & free == 0));
    }

    /// <summary>Adds every literal that shares half of the key.</summary>
    /// <param name="bound">Literals from here on are left out.</param>
    public void AddAll(ulong key, int bound, List<(ulong Key, int Literal)> found)
    {
        for (var group = GroupOf(key); ; group = Next(group))
        {
            foreach (ref var place in PlacesOf(group))
            {
                var entry = Volatile.Read(ref place);
                if (entry == 0)
                {
                    return;
                }

                if (IsOf(key, entry) && LiteralOf(entry) is var literal && literal != 0 && literal < bound)
                {
                    found.Add((key, literal));
                }
            }
        }
    }

    /// <summary>Every literal that has a place.</summary>
    public IEnumerable<int> All() => entries.Select(LiteralOf).Where(literal => literal != 0);

    public void Put(ulong key, int literal)
    {
        var group = GroupOf(key);
        filter[group] |= BitOf(key);
        for (; ; group = Next(group))
        {
            foreach (ref var place in PlacesOf(group))
            {
                if (place == 0)
                {
                    Volatile.Write(ref place, ((long)(uint)key << 32) | (uint)literal);
                    return;
                }

                if (IsOf(key, place))
                {
                    Volatile.Write(ref place, place | More);
                }
            }
        }
    }

    public void Remove(ulong key, int literal)
    {
        for (var group = GroupOf(key); ; group = Next(group))
        {
            foreach (ref var place in PlacesOf(group))
            {
                if (LiteralOf(place) == literal)
                {
                    Volatile.Write(ref place, Removed);
                    return;
                }
            }
        }
    }

    private static int LiteralOf(long entry) => (int)(entry & ~More);

    private static bool IsOf(ulong key, long entry) => (uint)(entry >> 32) == (uint)key;

    private static ulong BitOf(ulong key) => 1UL << (int)(key & 63);

    private int Next(int group) => group + 1 == groups ? 0 : group + 1;

    private Span<long> PlacesOf(int group) => entries.AsSpan(before + (group * Group), Group);
}
