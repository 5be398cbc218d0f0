namespace NewsBot.Topics.Index;

/// <summary>
/// Counts the changes of the index, and remembers which topics the last of them were about. One writer; a reader sees every change up to
/// the version at which it began, and maybe some of the later ones.
/// </summary>
internal sealed class Changes
{
    /// <summary>More than are made while an article is matched, mostly.</summary>
    private const int Remembered = 2048;

    private readonly int[] topics = new int[Remembered];
    private long begun;
    private long version;

    /// <summary>How many changes have ended.</summary>
    public long Version => Volatile.Read(ref version);

    /// <summary>Before a change writes anything: who reads what it wrote and asks afterwards learns of its topic.</summary>
    public void Begin(int topic)
    {
        Volatile.Write(ref topics[(begun + 1) % Remembered], topic);
        Interlocked.Increment(ref begun);
    }

    /// <summary>From here on readers see it. A full fence, for <see cref="Retired"/>.</summary>
    public void End() => Interlocked.Increment(ref version);

    /// <summary>Gathers the topics of all changes that were under way at a version or began since; all topics when there were too many.</summary>
    public void GatherSince(long since, TopicFilter changed)
    {
        changed.Clear();
        for (var change = since + 1; change <= Volatile.Read(ref begun); change++)
        {
            changed.Add(Volatile.Read(ref topics[change % Remembered]));

            // The next change may be writing over the oldest that is remembered.
            if (Volatile.Read(ref begun) - since >= Remembered)
            {
                changed.AddAll();
                return;
            }
        }
    }
}
