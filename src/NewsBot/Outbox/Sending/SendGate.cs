namespace NewsBot.Outbox.Sending;

/// <summary>
/// All that decides whether a request may leave: the pace, the holds that Telegram asked for, and whether it is there at all.
/// Not thread-safe, except for <see cref="Now"/>: one loop asks and tells.
/// </summary>
internal sealed partial class SendGate(SendPacer pacer, SendHolds holds, ILogger<SendGate> logger)
{
    private readonly OutageDetector outage = new();

    public TimeSpan Now => pacer.Now;

    public Task LoadAsync(CancellationToken cancellationToken) => holds.LoadAsync(cancellationToken);

    /// <summary>How many replies, and how many of the other lanes together, may leave now.</summary>
    public (int Replies, int Bulk) Room() => Pause > TimeSpan.Zero ? (0, 0) : (pacer.Room(Lane.Reply), pacer.Room(Lane.News));

    public ClosedChats Closed() => pacer.Closed().And(holds.Chats);

    /// <summary>How long nothing can change by itself; at most <paramref name="longest"/>.</summary>
    public TimeSpan Wait(TimeSpan longest)
    {
        if (Pause > TimeSpan.Zero)
        {
            return Pause < longest ? Pause : longest;
        }

        TimeSpan?[] waits = [longest, pacer.Closed().Wait, OrNone(pacer.Delay(Lane.Reply)), OrNone(pacer.Delay(Lane.News))];
        return waits.Min()!.Value;
    }

    public void Begin(Delivery delivery) => pacer.Begin(delivery);

    public void End(Attempt attempt)
    {
        pacer.End(attempt);
        switch (attempt.Outcome)
        {
            case SendOutcome.Throttled throttled:
                Obey(attempt, throttled.After);
                break;
            case SendOutcome.NotSent:
                outage.Failed(attempt.BegunAt, attempt.EndedAt);
                break;
            case SendOutcome.Unknown:
                break;
            default:
                outage.Answered();
                break;
        }
    }

    private TimeSpan Pause => holds.Everyone > outage.Wait(Now) ? holds.Everyone : outage.Wait(Now);

    private void Obey(Attempt attempt, TimeSpan retryAfter)
    {
        outage.Answered();
        var chat = attempt.Delivery.ChatId;
        var isEveryone = holds.Throttled(chat, pacer.IsWithinOwnBudget(chat), retryAfter);
        Log.Throttled(logger, isEveryone ? "everyone" : "one chat", retryAfter.TotalSeconds);
        if (isEveryone)
        {
            pacer.Refused(attempt);
        }
    }

    // Zero is room that nobody uses: there is nothing to wait for.
    private static TimeSpan? OrNone(TimeSpan? delay) => delay == TimeSpan.Zero ? null : delay;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram asks {Whom} to wait {Seconds} s; it waits")]
        public static partial void Throttled(ILogger logger, string whom, double seconds);
    }
}
