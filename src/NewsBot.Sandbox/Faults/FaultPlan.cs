namespace NewsBot.Sandbox.Faults;

/// <summary>The faults to come. Calls meet them in the order in which they were added.</summary>
internal sealed class FaultPlan
{
    private readonly Lock gate = new();
    private readonly List<Fault> coming = [];

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
                return null;
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
}
