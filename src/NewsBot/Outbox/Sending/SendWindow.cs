namespace NewsBot.Outbox.Sending;

/// <summary>
/// When requests of one budget may leave: evenly spaced, and never more in flight or answered within the last second than the rate.
/// Telegram counts a request at some moment between its beginning and its answer, so no second of its clock can see more, whatever
/// the network does. Times are those of one monotonic clock.
/// </summary>
internal sealed class SendWindow
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Far above a hundred a second they leave together every hundredth of a second: one claim in the store then serves several.
    private const double Stride = 0.01;

    // How late a timer and a claim may be without the rate suffering.
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(50);

    private readonly Queue<TimeSpan> answered = new();
    private int inFlight;
    private TimeSpan nextSlot;
    private TimeSpan lastAnswer;

    /// <summary>How many may leave now; none until a stride is full.</summary>
    public int Room(double perSecond, TimeSpan now)
    {
        Forget(now);
        var room = Math.Min(Slots(perSecond, now), Free(perSecond));
        return room >= StrideOf(perSecond) ? room : 0;
    }

    /// <summary>How long until there is room; null when only an answer can make it.</summary>
    public TimeSpan? Delay(double perSecond, TimeSpan now)
    {
        Forget(now);
        var stride = StrideOf(perSecond);
        var missing = stride - Free(perSecond);
        if (missing > answered.Count)
        {
            return null;
        }

        var untilFree = missing <= 0 ? TimeSpan.Zero : Second - (now - answered.ElementAt(missing - 1));
        var untilSlots = Earliest(perSecond, now) + ((stride - 1) * Interval(perSecond)) - now;
        return Positive(untilFree > untilSlots ? untilFree : untilSlots);
    }

    public void Begin(double perSecond, TimeSpan now)
    {
        nextSlot = Earliest(perSecond, now) + Interval(perSecond);
        inFlight++;
    }

    public void End(TimeSpan now)
    {
        lastAnswer = now > lastAnswer ? now : lastAnswer;
        answered.Enqueue(lastAnswer);
        inFlight--;
    }

    private int Slots(double perSecond, TimeSpan now)
    {
        var late = now - Earliest(perSecond, now);
        return late < TimeSpan.Zero ? 0 : 1 + (int)(late / Interval(perSecond));
    }

    /// <summary>The first slot that is not taken. What passed unused longer ago than a stride is lost: no flood after a silence.</summary>
    private TimeSpan Earliest(double perSecond, TimeSpan now)
    {
        var kept = now - (StrideOf(perSecond) * Interval(perSecond)) - Lateness;
        return nextSlot > kept ? nextSlot : kept;
    }

    private int Free(double perSecond) => (int)Math.Ceiling(perSecond) - inFlight - answered.Count;

    private void Forget(TimeSpan now)
    {
        while (answered.TryPeek(out var oldest) && now - oldest >= Second)
        {
            answered.Dequeue();
        }
    }

    private static TimeSpan Interval(double perSecond) => Second / perSecond;

    private static int StrideOf(double perSecond) => Math.Max(1, (int)(perSecond * Stride));

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;
}
