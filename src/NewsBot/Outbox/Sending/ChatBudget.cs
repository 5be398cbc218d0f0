namespace NewsBot.Outbox.Sending;

/// <summary>
/// What one chat may be sent: one request at a time, which keeps the order; a message a second after a short burst; in a group or
/// channel so many messages a minute, and as many edits beside them. All is counted from the answers, so that it is within
/// Telegram's count whenever the request arrived there. Times are those of one monotonic clock.
/// </summary>
internal sealed class ChatBudget(SendLimits limits, bool isPrivate)
{
    // Bot API FAQ: short bursts that go over one a second are allowed; nobody says how long. Three is what a person with three topics meets.
    private const int Burst = 3;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Queue<TimeSpan> messages = new();
    private readonly Queue<TimeSpan> edits = new();
    private double tokens = Burst;
    private TimeSpan filledAt;

    public bool IsInFlight { get; private set; }

    /// <summary>How long the chat must wait; null while an answer of it is awaited.</summary>
    public TimeSpan? Wait(bool isEdit, TimeSpan now)
    {
        if (IsInFlight)
        {
            return null;
        }

        var counted = isEdit ? edits : messages;
        Fill(now);
        var untilToken = !IsCharged(isEdit) || tokens >= 1 - 1e-6
            ? TimeSpan.Zero
            : TimeSpan.FromSeconds((1 - tokens) / limits.MessagesPerSecondPerChat);
        var untilMinute = counted.Count >= limits.MessagesPerMinutePerGroup ? Minute - (now - counted.Peek()) : TimeSpan.Zero;
        return untilToken > untilMinute ? untilToken : untilMinute;
    }

    public void Begin() => IsInFlight = true;

    public void End(bool isEdit, TimeSpan now)
    {
        Fill(now);
        IsInFlight = false;
        if (IsCharged(isEdit))
        {
            tokens -= 1;
        }

        if (!isPrivate)
        {
            (isEdit ? edits : messages).Enqueue(now);
        }
    }

    /// <summary>Whether it kept so well inside its own limits, the last request included, that a refusal must be about more than this chat.</summary>
    public bool IsModest(TimeSpan now)
    {
        Fill(now);
        return tokens >= Burst - 1 - 1e-6
            && messages.Count <= limits.MessagesPerMinutePerGroup / 2
            && edits.Count <= limits.MessagesPerMinutePerGroup / 2;
    }

    /// <summary>Whether a new one would say the same.</summary>
    public bool IsFresh(TimeSpan now)
    {
        Fill(now);
        return !IsInFlight && tokens >= Burst && messages.Count == 0 && edits.Count == 0;
    }

    /// <summary>In a group edits have a limit of their own; of private chats none is known, so that they count as messages there.</summary>
    private bool IsCharged(bool isEdit) => isPrivate || !isEdit;

    private void Fill(TimeSpan now)
    {
        tokens = Math.Min(Burst, tokens + ((now - filledAt).TotalSeconds * limits.MessagesPerSecondPerChat));
        filledAt = now;
        Forget(messages, now);
        Forget(edits, now);
    }

    private static void Forget(Queue<TimeSpan> counted, TimeSpan now)
    {
        while (counted.TryPeek(out var oldest) && now - oldest >= Minute)
        {
            counted.Dequeue();
        }
    }
}
