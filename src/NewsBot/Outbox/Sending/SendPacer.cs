namespace NewsBot.Outbox.Sending;

/// <summary>
/// Decides when the next request may leave and to whom: inside what all chats together may be sent, and inside each chat's own
/// budget. Replies have a window of their own: the ceiling over all chats is about bulk messages, and answers to people do not
/// spend it. Not thread-safe: one worker asks and tells.
/// </summary>
internal sealed class SendPacer(SendLimits limits, TimeProvider time)
{
    private readonly long origin = time.GetTimestamp();
    private readonly Dictionary<long, ChatBudget> chats = [];

    // Those of them that may be closed. A broadcast leaves tens of thousands of chats behind within a minute, and every claim asks.
    private readonly HashSet<long> watched = [];
    private readonly Queue<(TimeSpan At, long Chat)> answered = new();
    private readonly SendWindow bulk = new();
    private readonly SendWindow replies = new();
    private readonly SendRate rate = new(limits.Ceiling);

    /// <summary>The clock of everything here. May be asked from any thread.</summary>
    public TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>How many requests of the lane's budget may leave now.</summary>
    public int Room(Lane lane) => WindowOf(lane).Room(RateOf(lane), Now);

    /// <summary>How long until there is room; null when only an answer can make it.</summary>
    public TimeSpan? Delay(Lane lane) => WindowOf(lane).Delay(RateOf(lane), Now);

    /// <summary>The chats that may not be written to now.</summary>
    public ClosedChats Closed()
    {
        var now = Now;
        Forget(now);
        var (messages, edits) = (new List<long>(), new List<long>());
        TimeSpan? shortest = null;
        foreach (var chat in watched.ToArray())
        {
            var budget = BudgetOf(chat);
            var (forMessage, forEdit) = (budget.Wait(isEdit: false, now), budget.Wait(isEdit: true, now));
            if (forMessage == TimeSpan.Zero && forEdit == TimeSpan.Zero)
            {
                watched.Remove(chat);
                continue;
            }

            Close(messages, chat, forMessage, ref shortest);
            Close(edits, chat, forEdit, ref shortest);
        }

        return new ClosedChats(messages, edits, shortest);
    }

    /// <summary>Whether the chat has kept so well inside its own limits that a refusal must be about all chats together.</summary>
    public bool IsWithinOwnBudget(long chat) => !chats.TryGetValue(chat, out var budget) || budget.IsModest(Now);

    public void Begin(Delivery delivery)
    {
        WindowOf(delivery.Lane).Begin(RateOf(delivery.Lane), Now);
        BudgetOf(delivery.ChatId).Begin();
        watched.Add(delivery.ChatId);
    }

    public void End(Attempt attempt)
    {
        var delivery = attempt.Delivery;
        WindowOf(delivery.Lane).End(attempt.EndedAt);
        BudgetOf(delivery.ChatId).End(delivery.IsEdit, attempt.EndedAt);
        answered.Enqueue((attempt.EndedAt, delivery.ChatId));
        if (attempt.Outcome is not SendOutcome.Throttled)
        {
            rate.Accepted(attempt.BegunAt);
        }
    }

    /// <summary>A request was refused on account of the whole bot.</summary>
    public void Refused(Attempt attempt) => rate.Refused(attempt.BegunAt, attempt.EndedAt);

    private SendWindow WindowOf(Lane lane) => lane == Lane.Reply ? replies : bulk;

    private double RateOf(Lane lane) => lane == Lane.Reply ? limits.Ceiling : rate.PerSecond(Now);

    private void Forget(TimeSpan now)
    {
        while (answered.TryPeek(out var oldest) && now - oldest.At >= TimeSpan.FromMinutes(1))
        {
            answered.Dequeue();
            if (chats.TryGetValue(oldest.Chat, out var budget) && budget.IsFresh(now))
            {
                chats.Remove(oldest.Chat);
                watched.Remove(oldest.Chat);
            }
        }
    }

    private ChatBudget BudgetOf(long chat)
    {
        if (!chats.TryGetValue(chat, out var budget))
        {
            chats.Add(chat, budget = new ChatBudget(limits, isPrivate: chat > 0));
        }

        return budget;
    }

    private static void Close(List<long> closed, long chat, TimeSpan? wait, ref TimeSpan? shortest)
    {
        if (wait == TimeSpan.Zero)
        {
            return;
        }

        closed.Add(chat);
        shortest = wait is null || shortest < wait ? shortest : wait;
    }
}

/// <summary>Chats that may not be written to now.</summary>
/// <param name="ForMessages">Those that may get no new message.</param>
/// <param name="ForEdits">Those where no message may be edited.</param>
/// <param name="Wait">The shortest wait until one of them may; null when only an answer helps.</param>
internal sealed record ClosedChats(IReadOnlyList<long> ForMessages, IReadOnlyList<long> ForEdits, TimeSpan? Wait)
{
    /// <summary>These and more, for messages and edits alike.</summary>
    public ClosedChats And(IEnumerable<long> more)
    {
        var closed = more.ToList();
        return closed.Count == 0 ? this : this with { ForMessages = [.. ForMessages, .. closed], ForEdits = [.. ForEdits, .. closed] };
    }
}
