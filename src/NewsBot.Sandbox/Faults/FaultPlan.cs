namespace NewsBot.Sandbox.Faults;

/// <summary>The faults to come: those that were added, in their order, and for the other calls those by chance.</summary>
internal sealed class FaultPlan
{
    private static readonly FaultKind[] All = Enum.GetValues<FaultKind>();

    private readonly Lock gate = new();
    private readonly List<Fault> coming = [];
    private RandomFaults byChance = new(0);
    private Random random = new(0);

    public void Add(Fault fault)
    {
        lock (gate)
        {
            coming.Add(fault);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            coming.Clear();
            byChance = new RandomFaults(0);
        }
    }

    public void Set(RandomFaults faults)
    {
        lock (gate)
        {
            byChance = faults;
            random = new Random(faults.Seed);
        }
    }

    public IReadOnlyList<Fault> Coming()
    {
        lock (gate)
        {
            return [.. coming];
        }
    }

    /// <summary>The fault this call meets, counted off; null when it goes well.</summary>
    public Fault? Take(string method, long? chatId)
    {
        lock (gate)
        {
            var index = coming.FindIndex(fault => (fault.Method is null || fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
                && (fault.ChatId is null || fault.ChatId == chatId));
            if (index < 0)
            {
                return TakeByChance(method);
            }
            var fault = coming[index];
            if (fault.Times > 1)
            {
                coming[index] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                coming.RemoveAt(index);
            }
            return fault;
        }
    }

    private Fault? TakeByChance(string method)
    {
        if (!byChance.Method.Equals(method, StringComparison.OrdinalIgnoreCase) || random.NextDouble() >= byChance.Share)
        {
            return null;
        }
        var kinds = byChance.Kinds ?? All;
        return new Fault(kinds[random.Next(kinds.Count)], RetryAfter: byChance.RetryAfter, LatencyMilliseconds: byChance.LatencyMilliseconds);
    }
}
