namespace NewsBot.Topics.Index;

/// <summary>A set of small numbers that is emptied at the cost of what is in it. For one thread.</summary>
internal sealed class BitSet
{
    private readonly List<int> members = [];
    private ulong[] words = [];

    /// <summary>Makes room for numbers below this one.</summary>
    public void Reserve(int numbers)
    {
        if (words.Length * 64 < numbers)
        {
            Array.Resize(ref words, (numbers / 64) + (numbers / 256) + 1);
        }
    }

    /// <summary>Of any number of 0 or more.</summary>
    public bool Contains(int number)
    {
        var (word, bit) = (number >> 6, 1UL << number);
        return (uint)word < (uint)words.Length && (words[word] & bit) != 0;
    }

    /// <returns>False when it was there already.</returns>
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
