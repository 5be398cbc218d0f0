namespace NewsBot.Topics.Index;

/// <summary>
/// Short runs of elements that lie side by side in few large arrays, each named by one number. Arrays never move: a reader without a lock
/// may hold a run while the writer takes more. A run that was given back is taken again when no reader can hold it any more.
/// </summary>
internal sealed class Runs<T>(Retired retired)
{
    private const int Bits = 12;
    private const int ArrayLength = 1 << Bits;

    /// <summary>A longer run has an array of its own, so that little is left over at the end of a shared one.</summary>
    private const int MaxShared = ArrayLength / 8;

    private readonly Dictionary<int, Numbers> freeByLength = [];
    private T[][] arrays = [];
    private int next;
    private int room;

    public Span<T> this[int run, int length] => Volatile.Read(ref arrays)[run >> Bits].AsSpan(run & (ArrayLength - 1), length);

    /// <summary>A run of this length, 1 or more. It holds whatever it held before.</summary>
    public int Take(int length)
    {
        if (FreeOf(length).TryTakeAgain(out var free))
        {
            return free;
        }

        if (length > MaxShared)
        {
            return NewArray(length);
        }

        if (room < length)
        {
            (next, room) = (NewArray(ArrayLength), ArrayLength);
        }

        var run = next;
        (next, room) = (next + length, room - length);
        return run;
    }

    public void GiveBack(int run, int length) => retired.Add(FreeOf(length), run);

    private int NewArray(int length)
    {
        Volatile.Write(ref arrays, [.. arrays, new T[length]]);
        return (arrays.Length - 1) << Bits;
    }

    private Numbers FreeOf(int length)
    {
        if (!freeByLength.TryGetValue(length, out var free))
        {
            freeByLength[length] = free = new Numbers();
        }

        return free;
    }
}
