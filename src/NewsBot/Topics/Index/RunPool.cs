namespace NewsBot.Topics.Index;

/// <summary>
/// Short runs of elements side by side in one array, each named by the index of its first element. A million lists of two or three are
/// nothing that the garbage collector has to walk. A span of a run is valid until the next run is taken.
/// </summary>
internal sealed class RunPool<T>
{
    private readonly Dictionary<int, Stack<int>> freeByLength = [];
    private T[] elements = new T[1 << 10];
    private int used;

    public Span<T> this[int run, int length] => elements.AsSpan(run, length);

    /// <summary>A run of this length, 1 or more, with whatever it held before.</summary>
    public int Take(int length)
    {
        if (freeByLength.TryGetValue(length, out var free) && free.TryPop(out var again))
        {
            return again;
        }

        if (elements.Length - used < length)
        {
            Array.Resize(ref elements, Math.Max(elements.Length + (elements.Length / 2), used + length));
        }

        used += length;
        return used - length;
    }

    public void Return(int run, int length)
    {
        if (!freeByLength.TryGetValue(length, out var free))
        {
            freeByLength[length] = free = [];
        }

        free.Push(run);
    }
}
