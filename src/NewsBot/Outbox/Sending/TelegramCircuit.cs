namespace NewsBot.Outbox.Sending;

/// <summary>
/// Circuit breaker between the outbox and Telegram. A request without an answer of Telegram's opens it: nothing is sent then but a
/// probe without effects, at most one a second. An answered probe half-opens it for one request a lane, and an answered request
/// closes it. It is open at the start: a process that was killed during an outage must not begin it anew.
/// Not thread-safe: one worker asks and tells. Times are those of one monotonic clock.
/// </summary>
internal sealed class TelegramCircuit
{
    // One chat may have a message that the server chokes on; as many as this are no chance.
    private const int ChatsOfAnOutage = 3;

    private const int MaxPauseInSeconds = 30;

    // An answer to a request that was begun so much later than one that failed shows that Telegram was there all the time.
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(2);

    private readonly HashSet<long> failedChats = [];
    private TimeSpan lastAnswered = TimeSpan.MinValue;
    private TimeSpan nextProbe;
    private int failures;

    public CircuitState State { get; private set; } = CircuitState.Open;

    /// <summary>Whether a probe is on its way.</summary>
    public bool IsProbing { get; private set; }

    /// <summary>Why Telegram counts as unreachable; null before a probe, or requests to several chats, have shown it.</summary>
    public string? Outage { get; private set; }

    /// <summary>How long until the next probe; null while none is to be sent.</summary>
    public TimeSpan? ProbeWait(TimeSpan now) =>
        State != CircuitState.Open || IsProbing ? null : nextProbe > now ? nextProbe - now : TimeSpan.Zero;

    public void ProbeBegun() => IsProbing = true;

    /// <summary>Ends a probe, and what was undecided till then.</summary>
    /// <param name="failure">Why it was not answered; null when it was.</param>
    /// <param name="now">When it ended.</param>
    /// <returns>How the failures before it are to be judged.</returns>
    public FailureVerdict ProbeEnded(string? failure, TimeSpan now)
    {
        IsProbing = false;
        if (failure is not null)
        {
            Outage ??= failure;
            Pause(now);
            return FailureVerdict.Outage;
        }

        State = CircuitState.HalfOpen;
        return failedChats.Count >= ChatsOfAnOutage ? FailureVerdict.Outage : FailureVerdict.Isolated;
    }

    /// <summary>Telegram answered a request that was begun then, whatever it said.</summary>
    public void Answered(TimeSpan begunAt)
    {
        lastAnswered = begunAt > lastAnswered ? begunAt : lastAnswered;
        if (State == CircuitState.HalfOpen)
        {
            State = CircuitState.Closed;
            failures = 0;
            failedChats.Clear();
            Outage = null;
        }
    }

    /// <summary>A request was not answered, or only that Telegram cannot answer now.</summary>
    /// <returns>Whether that is about this request, about Telegram, or the next probe tells.</returns>
    public FailureVerdict Failed(long chat, string why, TimeSpan begunAt, TimeSpan now)
    {
        if (lastAnswered >= begunAt + Later)
        {
            return FailureVerdict.Isolated;
        }

        failedChats.Add(chat);
        if (State == CircuitState.HalfOpen)
        {
            Pause(now);
        }
        else if (State == CircuitState.Closed)
        {
            (State, nextProbe) = (CircuitState.Open, now);
        }

        if (failedChats.Count < ChatsOfAnOutage)
        {
            return FailureVerdict.Undecided;
        }

        Outage ??= why;
        return FailureVerdict.Outage;
    }

    /// <summary>1 s, 2 s, 4 s … 30 s: an outage of hours costs two probes a minute, and its end is known within half a minute.</summary>
    private void Pause(TimeSpan now)
    {
        State = CircuitState.Open;
        nextProbe = now + TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(failures++, 16)), MaxPauseInSeconds));
    }
}

internal enum CircuitState
{
    /// <summary>Telegram answers.</summary>
    Closed,

    /// <summary>Nothing is sent but probes.</summary>
    Open,

    /// <summary>A probe was answered: one request a lane goes ahead of the others.</summary>
    HalfOpen,
}

/// <summary>What a request without an answer says.</summary>
internal enum FailureVerdict
{
    /// <summary>The next probe tells.</summary>
    Undecided,

    /// <summary>Something about this request or its connection alone: Telegram answers others.</summary>
    Isolated,

    /// <summary>Telegram cannot be reached: the attempt does not count.</summary>
    Outage,
}
