namespace NewsBot.Topics.Index;

/// <summary>
/// Numbers that the writer has taken out of use, and that a reader who began before may still hold. They are handed out again when every
/// such reader has finished. Readers only note when they began; the writer never waits for them, nor they for it.
/// </summary>
internal sealed class Retired(Changes changes)
{
    private readonly Queue<(long Since, Numbers Owner, int Number)> waiting = [];
    private IndexReader[] readers = [];

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

    /// <summary>Takes a number out of use, in the change that is under way.</summary>
    public void Add(Numbers owner, int number) => waiting.Enqueue((changes.Version + 1, owner, number));

    /// <summary>After a change has ended, with a full fence: either the oldest reader is seen here, or that reader sees the change.</summary>
    public void Release()
    {
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
