namespace NewsBot.Outbox.Sending;

/// <summary>
/// All that decides whether a request may leave: the pace, the holds that Telegram asked for, and whether it can be reached at all.
/// Not thread-safe, except for <see cref="Now"/>: one worker asks and tells.
/// </summary>
internal sealed partial class SendGate(SendPacer pacer, SendHolds holds, TimeProvider time, ILogger<SendGate> logger)
{
    // Telegram's ordinary requests to wait last seconds; what lasts longer is worth a look at /readyz.
    private static readonly TimeSpan UsualHold = TimeSpan.FromMinutes(5);

    private readonly TelegramCircuit circuit = new();
    private int inFlight;
    private DateTimeOffset? unreachableSince;

    public TimeSpan Now => pacer.Now;

    /// <summary>What keeps everything from being sent, in a sentence for /readyz; null when nothing does.</summary>
    public string? Problem => (unreachableSince, holds.Everyone) switch
    {
        ({ } since, _) => $"Telegram cannot be reached since {since:u} ({circuit.Outage}). Messages wait and go out when it answers.",
        (_, var left) when left > UsualHold => $"Telegram asked to send nothing until {time.GetUtcNow() + left:u} (429). Messages wait; NewsBot tries again then.",
        _ => null,
    };

    public Task LoadAsync(CancellationToken cancellationToken) => holds.LoadAsync(cancellationToken);

    /// <summary>How many replies, and how many of the other lanes together, may leave now.</summary>
    public (int Replies, int Bulk) Room()
    {
        if (holds.Everyone > TimeSpan.Zero || circuit.State == CircuitState.Open)
        {
            return (0, 0);
        }

        var (replies, bulk) = (pacer.Room(Lane.Reply), pacer.Room(Lane.News));
        var isTrial = circuit.State == CircuitState.HalfOpen;
        return isTrial && inFlight > 0 ? (0, 0) : isTrial ? (Math.Min(1, replies), Math.Min(1, bulk)) : (replies, bulk);
    }

    public ClosedChats Closed() => pacer.Closed().And(holds.Chats);

    /// <summary>How long nothing can change by itself; at most <paramref name="longest"/>.</summary>
    public TimeSpan Wait(TimeSpan longest)
    {
        if (circuit.State == CircuitState.Open)
        {
            return circuit.ProbeWait(Now) is { } untilProbe && untilProbe < longest ? untilProbe : longest;
        }

        if (holds.Everyone > TimeSpan.Zero)
        {
            return holds.Everyone < longest ? holds.Everyone : longest;
        }

        TimeSpan?[] waits = [longest, pacer.Closed().Wait, OrNone(pacer.Delay(Lane.Reply)), OrNone(pacer.Delay(Lane.News))];
        return waits.Min()!.Value;
    }

    public void Begin(Delivery delivery)
    {
        inFlight++;
        pacer.Begin(delivery);
    }

    /// <summary>Takes note of an outcome.</summary>
    /// <returns>What it says when Telegram did not answer; otherwise of no meaning.</returns>
    public FailureVerdict End(Attempt attempt)
    {
        inFlight--;
        pacer.End(attempt);
        if (attempt.Outcome.IsFailure)
        {
            var verdict = circuit.Failed(attempt.Delivery.ChatId, attempt.Outcome.Reason!, attempt.BegunAt, attempt.EndedAt);
            NoteReachability();
            return verdict;
        }

        if (attempt.Outcome is not SendOutcome.Obsolete)
        {
            circuit.Answered(attempt.BegunAt);
            NoteReachability();
        }

        if (attempt.Outcome is SendOutcome.Throttled throttled)
        {
            Obey(attempt, throttled.After);
        }

        return FailureVerdict.Isolated;
    }

    /// <summary>Whether a probe is to leave now; it counts as begun then.</summary>
    public bool TryBeginProbe()
    {
        var isDue = circuit.ProbeWait(Now) == TimeSpan.Zero;
        if (isDue)
        {
            circuit.ProbeBegun();
        }

        return isDue;
    }

    /// <summary>Ends the probe. Returns what the undecided failures before it were.</summary>
    public FailureVerdict EndProbe(SendOutcome outcome)
    {
        var verdict = circuit.ProbeEnded(outcome.IsFailure ? outcome.Reason : null, Now);
        NoteReachability();
        return verdict;
    }

    private void NoteReachability()
    {
        if (circuit.Outage is { } why && unreachableSince is null)
        {
            unreachableSince = time.GetUtcNow();
            Log.Unreachable(logger, why);
        }
        else if (circuit.Outage is null && unreachableSince is { } since)
        {
            unreachableSince = null;
            Log.ReachableAgain(logger, time.GetUtcNow() - since);
        }
    }

    private void Obey(Attempt attempt, TimeSpan retryAfter)
    {
        var chat = attempt.Delivery.ChatId;
        var isEveryone = holds.Throttled(chat, pacer.IsWithinOwnBudget(chat), retryAfter);
        Log.Throttled(logger, isEveryone ? "all chats" : "one chat", retryAfter.TotalSeconds);
        if (isEveryone)
        {
            pacer.Refused(attempt);
        }
    }

    // Zero is room that nobody uses: there is nothing to wait for.
    private static TimeSpan? OrNone(TimeSpan? delay) => delay == TimeSpan.Zero ? null : delay;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Rate limited (429): pausing {Scope} for {Seconds} s")]
        public static partial void Throttled(ILogger logger, string scope, double seconds);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram cannot be reached ({Why}): messages wait until it answers")]
        public static partial void Unreachable(ILogger logger, string why);

        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram answers again after {Outage}; sending goes on")]
        public static partial void ReachableAgain(ILogger logger, TimeSpan outage);
    }
}
