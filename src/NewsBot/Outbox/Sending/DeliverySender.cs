using System.Threading.Channels;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Storage;

namespace NewsBot.Outbox.Sending;

/// <summary>
/// Sends what waits, a round at a time. The caller's thread claims and records; the requests themselves run side by side, one a
/// chat, and hand their outcome back to the next round.
/// </summary>
internal sealed partial class DeliverySender(
    DeliveryClaims claims,
    DeliveryOutcomeWriter writer,
    SendGate gate,
    IMessenger messenger,
    WorkSignal<Delivery> signal,
    ILogger<DeliverySender> logger)
{
    // A commit waits for the disk: outcomes are written with the next claim, and after this time without one. At a kill they count as unknown.
    private static readonly TimeSpan BatchWindow = TimeSpan.FromMilliseconds(50);

    private readonly Channel<Attempt> ended = Channel.CreateUnbounded<Attempt>();
    private readonly Channel<SendOutcome> probed = Channel.CreateUnbounded<SendOutcome>();
    private readonly List<Attempt> undecided = [];
    private readonly List<Attempt> unrecorded = [];
    private readonly List<Task> requests = [];
    private Task? probe;
    private bool recovered;

    /// <summary>What keeps everything from being sent; null when nothing does.</summary>
    public string? Problem => gate.Problem;

    /// <summary>Records what has ended and begins what may leave. Returns whether there may be more to do at once.</summary>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await RecoverOnceAsync(cancellationToken);
        TakeEnded();
        await RecordAsync(isLast: false, cancellationToken);
        BeginProbe();
        var claimed = await ClaimAsync(cancellationToken);
        foreach (var claim in claimed)
        {
            gate.Begin(claim.Delivery);
            requests.Add(Task.Run(() => RequestAsync(claim), CancellationToken.None));
        }

        return claimed.Count > 0;
    }

    /// <summary>How long the next round can wait when nothing signals; at most <paramref name="longest"/>.</summary>
    public TimeSpan Wait(TimeSpan longest)
    {
        var wait = gate.Wait(longest);
        return unrecorded.Count > 0 && BatchWindow < wait ? BatchWindow : wait;
    }

    /// <summary>Returns when every request that has left has ended; the next round takes note of them.</summary>
    public Task WhenIdleAsync() => Task.WhenAll([.. requests, probe ?? Task.CompletedTask]);

    /// <summary>Waits for requests that have left and records how they ended, so that a stop leaves no outcome unknown while Telegram answers.</summary>
    /// <param name="cancellationToken">Ends the waiting; what has ended by then is recorded anyway.</param>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(requests).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        TakeEnded();
        Decide(FailureVerdict.Outage);
        await RecordAsync(isLast: true, CancellationToken.None);
    }

    private async Task RecoverOnceAsync(CancellationToken cancellationToken)
    {
        if (!recovered)
        {
            await gate.LoadAsync(cancellationToken);
            await writer.RecoverAsync(cancellationToken);
            recovered = true;
        }
    }

    private void BeginProbe()
    {
        if (probe is null && gate.TryBeginProbe())
        {
            probe = Task.Run(ProbeAsync, CancellationToken.None);
        }
    }

    private async Task ProbeAsync()
    {
        SendOutcome outcome;
        try
        {
            outcome = await messenger.ProbeAsync(CancellationToken.None);
        }
#pragma warning disable CA1031 // The messenger throws for its own mistakes alone, and one of them must not end all sending.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            outcome = new SendOutcome.Unknown(exception.Message);
        }

        probed.Writer.TryWrite(outcome);
        signal.Notify();
    }

    private async Task<IReadOnlyList<Claim>> ClaimAsync(CancellationToken cancellationToken)
    {
        var (replies, bulk) = gate.Room();
        requests.RemoveAll(request => request.IsCompleted);
        return replies + bulk == 0 ? [] : await claims.TakeAsync(replies, bulk, gate.Closed(), WriteWithClaims(), cancellationToken);
    }

    private PiggybackedWrite? WriteWithClaims() => unrecorded.Count == 0 ? null : new PiggybackedWrite(
        (db, cancellationToken) => writer.WriteAsync(db, unrecorded, cancellationToken),
        () =>
        {
            writer.Committed();
            unrecorded.Clear();
        });

    private async Task RequestAsync(Claim claim)
    {
        var begunAt = gate.Now;
        var outcome = claim.Message is null ? new SendOutcome.Obsolete("What it was about is gone.") : await SendAsync(claim.Delivery, claim.Message);
        ended.Writer.TryWrite(new Attempt(claim.Delivery, outcome, begunAt, gate.Now));
        signal.Notify();
    }

    private async Task<SendOutcome> SendAsync(Delivery delivery, Message message)
    {
        try
        {
            return delivery.EditsMessageId is { } id
                ? await messenger.EditAsync(delivery.Address, id, message, CancellationToken.None)
                : await messenger.SendAsync(delivery.Address, message, CancellationToken.None);
        }
#pragma warning disable CA1031 // A bug in one message must not end the sending of all: the messenger throws for its own mistakes alone.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RequestFailed(logger, delivery.Id, exception);
            return new SendOutcome.Unknown(exception.Message);
        }
    }

    /// <summary>
    /// Takes note of what has ended. A failure whose meaning is open is kept until a probe tells: nothing is sent meanwhile, so it
    /// stays in front of what waits for its chat.
    /// </summary>
    private void TakeEnded()
    {
        while (ended.Reader.TryRead(out var attempt))
        {
            var verdict = gate.End(attempt);
            if (verdict == FailureVerdict.Undecided)
            {
                undecided.Add(attempt);
                continue;
            }

            unrecorded.Add(attempt with { DuringOutage = verdict == FailureVerdict.Outage });
            if (verdict == FailureVerdict.Outage)
            {
                Decide(verdict);
            }
        }

        if (probed.Reader.TryRead(out var outcome))
        {
            Decide(gate.EndProbe(outcome));
            probe = null;
        }
    }

    private void Decide(FailureVerdict verdict)
    {
        unrecorded.AddRange(undecided.Select(attempt => attempt with { DuringOutage = verdict == FailureVerdict.Outage }));
        undecided.Clear();
    }

    private async Task RecordAsync(bool isLast, CancellationToken cancellationToken)
    {
        // What was not sent may go back in front of what waits for its chat: before the next claim, or the order is lost.
        var isTime = isLast
            || unrecorded.Exists(attempt => attempt.Outcome is not SendOutcome.Sent)
            || requests.TrueForAll(request => request.IsCompleted)
            || (unrecorded.Count > 0 && gate.Now - unrecorded[0].EndedAt >= BatchWindow);
        if (isTime && unrecorded.Count > 0)
        {
            await RecordTogetherOrAloneAsync(cancellationToken);
        }
    }

    /// <summary>
    /// While the store is unavailable they are kept, and nothing else is sent. One that cannot be written for another reason must not
    /// hold up the others: it stays "sending", and the next start settles it.
    /// </summary>
    private async Task RecordTogetherOrAloneAsync(CancellationToken cancellationToken)
    {
        try
        {
            await writer.RecordAsync(unrecorded, cancellationToken);
            unrecorded.Clear();
        }
        catch (Exception exception) when (IsAboutOne(exception, cancellationToken))
        {
            while (unrecorded is [var attempt, ..])
            {
                await RecordAloneAsync(attempt, cancellationToken);
                unrecorded.RemoveAt(0);
            }
        }
    }

    private async Task RecordAloneAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        try
        {
            await writer.RecordAsync([attempt], cancellationToken);
        }
        catch (Exception exception) when (IsAboutOne(exception, cancellationToken))
        {
            Log.NotRecorded(logger, attempt.Delivery.Id, attempt.Outcome.GetType().Name, exception);
        }
    }

    private static bool IsAboutOne(Exception exception, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && StoreErrors.Describe(exception) is null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be sent")]
        public static partial void RequestFailed(ILogger logger, long delivery, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of delivery {Delivery} ({Outcome}) could not be recorded")]
        public static partial void NotRecorded(ILogger logger, long delivery, string outcome, Exception exception);
    }
}
