namespace NewsBot.Topics.Index;

/// <summary>Tells of most topics that they are not among a few. For one thread.</summary>
internal sealed class TopicFilter
{
    private const int Words = 256;

    private readonly ulong[] bits = new ulong[Words];

    public bool IsEmpty { get; private set; } = true;

    public void Clear()
    {
        if (!IsEmpty)
        {
            Array.Clear(bits);
            IsEmpty = true;
        }
    }

    public void Add(int topic)
    {
        bits[WordOf(topic)] |= 1UL << topic;
        IsEmpty = false;
    }

    public void AddAll()
    {
        Array.Fill(bits, ulong.MaxValue);
        IsEmpty = false;
    }

    /// <summary>True for those that were added, and for some others.</summary>
    public bool MayHave(int topic) => !IsEmpty && (bits[WordOf(topic)] >> topic & 1) != 0;

    private static int WordOf(int topic) => (topic >> 6) % Words;
}
