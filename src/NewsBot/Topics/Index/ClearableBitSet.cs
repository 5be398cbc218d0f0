using System.Runtime.InteropServices;

namespace NewsBot.Topics.Index;

/// <summary>A set of small numbers that is cleared at the cost of its members, not of its range.</summary>
internal sealed class ClearableBitSet
{
    private readonly List<int> members = [];
    private ulong[] words = [];

    /// <summary>In the order in which they were added.</summary>
    public ReadOnlySpan<int> Members => CollectionsMarshal.AsSpan(members);

    /// <summary>Makes room for numbers below this one.</summary>
    public void Reserve(int bound)
    {
        if (words.Length * 64 < bound)
        {
            Array.Resize(ref words, (bound / 64) + (bound / 256) + 1);
        }
    }

    /// <param name="number">0 or more; may be beyond what is reserved.</param>
    public bool Contains(int number)
    {
        var (word, bit) = (number >> 6, 1UL << number);
        return (uint)word < (uint)words.Length && (words[word] & bit) != 0;
    }

    /// <returns>False when it was a member already.</returns>
    public bool Add(int number)
    {
        ref var word = ref words[number >> 6];
        var bit = 1UL << number;
        if ((word & bit) != 0)
        {
            return false;
        }

        word |= bit;
        members.Add(number);
        return true;
    }

    public void Clear()
    {
        foreach (var member in members)
        {
            words[member >> 6] = 0;
        }

        members.Clear();
    }
}
