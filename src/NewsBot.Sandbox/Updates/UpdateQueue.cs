using System.Text.Json.Nodes;

namespace NewsBot.Sandbox.Updates;

/// <summary>The bot's updates until it has confirmed them, as getUpdates of https://core.telegram.org/bots/api#getupdates hands them out.</summary>
internal sealed class UpdateQueue(TimeProvider time)
{
    public const string TerminatedByPoll = "terminated by other getUpdates request; make sure that only one bot instance is running";
    public const string TerminatedByWebhook = "terminated by setWebhook request";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan MaxPoll = TimeSpan.FromSeconds(50);

    private readonly Lock gate = new();
    private readonly List<QueuedUpdate> pending = [];
    private readonly AllowedUpdates allowed = new();
    private int lastId = 100_000_000;

    // The poll that waits now: null wakes it, a text ends it with 409.
    private TaskCompletionSource<string?>? waiting;

    /// <summary>Raised with the order key of each new update, outside of the lock.</summary>
    public event Action<string>? Arrived;

    public int Count => Pending().Count;

    public IReadOnlyCollection<string> AllowedNames => allowed.Names;

    public void Add(string kind, JsonObject payload, string order, TimeSpan? lifetime = null)
    {
        if (allowed.Includes(kind))
        {
            Enqueue(new JsonObject { [kind] = payload }, order, lifetime ?? Kept);
        }
    }

    /// <summary>Queues an update as it is, whatever it says.</summary>
    /// <param name="isNumbered">It gets an update_id unless it has one.</param>
    public void AddRaw(JsonObject update, bool isNumbered) => Enqueue(update, "raw", Kept, isNumbered);

    public void SetAllowed(IReadOnlyList<string>? names) => allowed.Set(names);

    /// <summary>The updates from <paramref name="offset"/> on; every earlier one is confirmed and forgotten. A negative offset keeps that many of the last ones.
    /// Waits up to <paramref name="timeout"/>, at most 50 s, for the first.</summary>
    /// <exception cref="UpdateConflictException">Another poll, or a webhook, has taken over.</exception>
    public async Task<IReadOnlyList<QueuedUpdate>> PollAsync(int offset, int limit, TimeSpan timeout, CancellationToken cancellation)
    {
        TaskCompletionSource<string?> mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting?.TrySetResult(TerminatedByPoll);
            waiting = null;
            Confirm(offset);
            if (Unexpired().Count > 0 || timeout <= TimeSpan.Zero)
            {
                return [.. pending.Take(limit)];
            }
            waiting = mine;
        }
        var ended = await WaitAsync(mine, timeout < MaxPoll ? timeout : MaxPoll, cancellation);
        lock (gate)
        {
            return ended is null ? [.. Unexpired().Take(limit)] : throw new UpdateConflictException(ended);
        }
    }

    public void EndPoll(string reason)
    {
        lock (gate)
        {
            waiting?.TrySetResult(reason);
            waiting = null;
        }
    }

    public QueuedUpdate? First(string order)
    {
        lock (gate)
        {
            return Unexpired().Find(update => update.Order == order);
        }
    }

    public IReadOnlyList<QueuedUpdate> Pending()
    {
        lock (gate)
        {
            return [.. Unexpired()];
        }
    }

    public void Remove(int id)
    {
        lock (gate)
        {
            pending.RemoveAll(update => update.Id == id);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            pending.Clear();
        }
    }

    private async Task<string?> WaitAsync(TaskCompletionSource<string?> mine, TimeSpan timeout, CancellationToken cancellation)
    {
        try
        {
            return await mine.Task.WaitAsync(timeout, time, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }
        finally
        {
            lock (gate)
            {
                waiting = ReferenceEquals(waiting, mine) ? null : waiting;
            }
        }
    }

    private void Enqueue(JsonObject content, string order, TimeSpan lifetime, bool isNumbered = true)
    {
        lock (gate)
        {
            var id = content["update_id"]?.GetValue<int>() ?? lastId + 1;
            lastId = Math.Max(lastId, id);
            var update = isNumbered ? new JsonObject { ["update_id"] = id } : [];
            foreach (var (name, value) in content.Where(property => property.Key != "update_id"))
            {
                update[name] = value?.DeepClone();
            }
            pending.Add(new QueuedUpdate(id, update.ToJsonString(), order, time.GetUtcNow() + lifetime));
            waiting?.TrySetResult(null);
        }
        Arrived?.Invoke(order);
    }

    private void Confirm(int offset)
    {
        if (offset < 0)
        {
            pending.RemoveRange(0, Math.Max(0, Unexpired().Count + offset));
        }
        else if (offset > 0)
        {
            pending.RemoveAll(update => update.Id < offset);
        }
    }

    private List<QueuedUpdate> Unexpired()
    {
        var now = time.GetUtcNow();
        pending.RemoveAll(update => update.ExpiresAt <= now);
        return pending;
    }
}
