namespace NewsBot.Topics.Index;

/// <summary>
/// Numbers that the writer has taken out of use, and that a reader who began before may still hold. They are handed out again when every
/// such reader has finished. Readers only note when they began; the writer never waits for them, nor they for it.
/// </summary>
internal sealed class Retired
{
    private readonly Queue<(long Since, Numbers Owner, int Number)> waiting = [];
    private IndexReader[] readers = [];
    private long begun;
    private long version;

    /// <summary>Counts the changes. A reader sees every change up to the version at which it began, and maybe later ones.</summary>
    public long Version => Volatile.Read(ref version);

    /// <summary>Counts the changes that began: one more than <see cref="Version"/> while one is under way.</summary>
    public long Begun => Volatile.Read(ref begun);

    /// <summary>A reader to be asked from now on. Any thread may come.</summary>
    public void Register(IndexReader reader)
    {
        IndexReader[] before;
        do
        {
            before = readers;
        }
        while (Interlocked.CompareExchange(ref readers, [.. before, reader], before) != before);
    }

    /// <summary>Before a change writes anything: who reads what it wrote and asks afterwards sees that it began.</summary>
    public void Begin() => Interlocked.Increment(ref begun);

    public void Add(Numbers owner, int number) => waiting.Enqueue((version + 1, owner, number));

    /// <summary>Ends a change: from here on readers see it.</summary>
    public void Advance()
    {
        // A full fence: either the oldest reader is seen below, or that reader sees the change.
        Interlocked.Increment(ref version);
        if (waiting.Count == 0)
        {
            return;
        }

        var oldest = Oldest();
        while (waiting.TryPeek(out var first) && first.Since <= oldest)
        {
            waiting.Dequeue();
            first.Owner.GiveBack(first.Number);
        }
    }

    private long Oldest()
    {
        var oldest = long.MaxValue;
        foreach (var reader in Volatile.Read(ref readers))
        {
            oldest = Math.Min(oldest, reader.Began);
        }

        return oldest;
    }
}
