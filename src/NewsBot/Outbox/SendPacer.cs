using NewsBot.Messages;

namespace NewsBot.Outbox;

/// <summary>
/// Decides when the next request may leave: evenly spaced, never more in flight or answered within the last second than the
/// ceiling (so that no second of Telegram's clock can see more, whatever the network does), and inside each chat's own limit.
/// Not thread-safe: one loop asks, and tells under its own lock.
/// </summary>
internal sealed class SendPacer(SendLimits limits, TimeProvider time)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, ChatPace> chats = [];

    // Those of them that may be closed. A broadcast leaves thousands of chats behind within a minute, and every claim asks.
    private readonly HashSet<long> watched = [];
    private readonly Queue<(long At, long Chat)> answeredWithinMinute = new();
    private readonly Queue<long> answeredWithinSecond = new();
    private int inFlight;
    private long? lastBegun;

    /// <summary>How long everyone must wait; zero when a request may leave now, null when only an answer can make room.</summary>
    public TimeSpan? Delay()
    {
        while (answeredWithinSecond.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Second)
        {
            answeredWithinSecond.Dequeue();
        }

        if (inFlight + answeredWithinSecond.Count >= limits.MessagesPerSecond)
        {
            return answeredWithinSecond.TryPeek(out var next) ? Second - time.GetElapsedTime(next) : null;
        }

        return lastBegun is { } last ? Positive((Second / limits.MessagesPerSecond) - time.GetElapsedTime(last)) : TimeSpan.Zero;
    }

    /// <summary>The chats that may not be written to now, and the shortest wait until one of them may (null when only an answer helps).</summary>
    public ClosedChats Closed()
    {
        Forget();
        var closed = new List<long>();
        TimeSpan? shortest = null;
        foreach (var chat in watched.ToArray())
        {
            var pace = PaceOf(chat);
            var wait = pace.InFlight ? null : WaitOf(chat, pace);
            if (wait == TimeSpan.Zero)
            {
                watched.Remove(chat);
                continue;
            }

            closed.Add(chat);
            shortest = wait is null || shortest < wait ? shortest : wait;
        }

        return new ClosedChats(closed, shortest);
    }

    /// <summary>Whether the chat has kept well inside its own limits, so that a refusal must be about all chats together.</summary>
    public bool IsWithinOwnBudget(long chat) =>
        !chats.TryGetValue(chat, out var pace) || pace.Answered.Count(answer => time.GetElapsedTime(answer) < Second) <= 1
            && pace.Answered.Count <= limits.MessagesPerMinutePerGroup / 2;

    public void Begin(long chat)
    {
        inFlight++;
        lastBegun = time.GetTimestamp();
        PaceOf(chat).InFlight = true;
        watched.Add(chat);
    }

    public void End(long chat)
    {
        inFlight--;
        var now = time.GetTimestamp();
        answeredWithinSecond.Enqueue(now);
        answeredWithinMinute.Enqueue((now, chat));
        var pace = PaceOf(chat);
        pace.InFlight = false;
        pace.Answered.Enqueue(now);
    }

    private TimeSpan? WaitOf(long chat, ChatPace pace)
    {
        if (pace.Answered.Count == 0)
        {
            return TimeSpan.Zero;
        }

        var afterLast = Positive((Second / limits.MessagesPerSecondPerChat) - time.GetElapsedTime(pace.Answered.Last()));
        var full = !new ChatAddress(chat).IsPrivate && pace.Answered.Count >= limits.MessagesPerMinutePerGroup;
        var afterMinute = full ? Positive(Minute - time.GetElapsedTime(pace.Answered.Peek())) : TimeSpan.Zero;
        return afterLast > afterMinute ? afterLast : afterMinute;
    }

    private void Forget()
    {
        while (answeredWithinMinute.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) >= Minute)
        {
            var pace = PaceOf(answeredWithinMinute.Dequeue().Chat);
            pace.Answered.Dequeue();
            if (pace.Answered.Count == 0 && !pace.InFlight)
            {
                chats.Remove(oldest.Chat);
                watched.Remove(oldest.Chat);
            }
        }
    }

    private ChatPace PaceOf(long chat)
    {
        if (!chats.TryGetValue(chat, out var pace))
        {
            chats.Add(chat, pace = new ChatPace());
        }

        return pace;
    }

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;

    private sealed class ChatPace
    {
        public bool InFlight { get; set; }

        /// <summary>Timestamps of the answers of the last minute, oldest first.</summary>
        public Queue<long> Answered { get; } = new();
    }
}

/// <summary>Chats that may not be written to now.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="Wait">The shortest wait until one of them may; null when only an answer helps.</param>
internal sealed record ClosedChats(IReadOnlyList<long> Ids, TimeSpan? Wait);
