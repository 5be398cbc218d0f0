using System.Threading.Channels;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Storage;

namespace NewsBot.Outbox.Sending;

/// <summary>
/// Sends what is owed. One thread of control claims and records; the requests themselves run side by side, one a chat, and hand
/// their outcome back to it.
/// </summary>
internal sealed partial class SendingWorker(
    WorkerContext context,
    DeliveryClaims claims,
    DeliveryOutcomeWriter ledger,
    SendGate traffic,
    IMessenger messenger,
    WorkSignal<Delivery> doorbell) : Worker(context)
{
    // A commit waits for the disk: outcomes are written with the next claim, and after this time without one. At a kill they count as doubtful.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(50);

    private readonly Channel<Attempt> ended = Channel.CreateUnbounded<Attempt>();
    private readonly List<Attempt> unrecorded = [];
    private readonly List<Task> requests = [];
    private TimeSpan wait = TimeSpan.FromSeconds(1);
    private bool recovered;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await RecoverOnceAsync(cancellationToken);
        TakeEnded();
        await RecordAsync(isLast: false, cancellationToken);
        wait = traffic.Wait(PollInterval);
        var claimed = await ClaimAsync(cancellationToken);
        foreach (var claim in claimed)
        {
            traffic.Begin(claim.Delivery);
            requests.Add(Task.Run(() => RequestAsync(claim), CancellationToken.None));
        }

        return claimed.Count > 0;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) =>
        doorbell.WaitAsync(unrecorded.Count > 0 && Gathering < wait ? Gathering : wait, Time, cancellationToken);

    /// <summary>Requests that have left are waited for, so that a stop leaves no outcome unknown while Telegram answers.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(requests).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        TakeEnded();
        await RecordAsync(isLast: true, CancellationToken.None);
    }

    private async Task RecoverOnceAsync(CancellationToken cancellationToken)
    {
        if (!recovered)
        {
            await traffic.LoadAsync(cancellationToken);
            await ledger.RecoverAsync(cancellationToken);
            recovered = true;
        }
    }

    private async Task<IReadOnlyList<Claim>> ClaimAsync(CancellationToken cancellationToken)
    {
        var (replies, bulk) = traffic.Room();
        requests.RemoveAll(request => request.IsCompleted);
        return replies + bulk == 0 ? [] : await claims.TakeAsync(replies, bulk, traffic.Closed(), BesideClaims(), cancellationToken);
    }

    private PiggybackedWrite? BesideClaims() => unrecorded.Count == 0 ? null : new PiggybackedWrite(
        (db, cancellationToken) => ledger.WriteAsync(db, unrecorded, cancellationToken),
        () =>
        {
            ledger.Committed();
            unrecorded.Clear();
        });

    private async Task RequestAsync(Claim claim)
    {
        var begunAt = traffic.Now;
        var outcome = claim.Message is null ? new SendOutcome.Rejected("What it was about is gone.") : await SendAsync(claim.Delivery, claim.Message);
        ended.Writer.TryWrite(new Attempt(claim.Delivery, outcome, begunAt, traffic.Now));
        doorbell.Notify();
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
            Log.RequestFailed(Logger, delivery.Id, exception);
            return new SendOutcome.Unknown(exception.Message);
        }
    }

    private void TakeEnded()
    {
        while (ended.Reader.TryRead(out var attempt))
        {
            traffic.End(attempt);
            unrecorded.Add(attempt);
        }
    }

    private async Task RecordAsync(bool isLast, CancellationToken cancellationToken)
    {
        // What was not sent may go back in front of what waits for its chat: before the next claim, or the order is lost.
        var isTime = isLast
            || unrecorded.Exists(attempt => attempt.Outcome is not SendOutcome.Sent)
            || requests.TrueForAll(request => request.IsCompleted)
            || (unrecorded.Count > 0 && traffic.Now - unrecorded[0].EndedAt >= Gathering);
        if (isTime && unrecorded.Count > 0)
        {
            await RecordTogetherOrAloneAsync(cancellationToken);
        }
    }

    /// <summary>
    /// While the store is in trouble they are kept, and nothing else is sent. One that cannot be written for another reason must not
    /// hold up the others: it stays "sending", and the next start settles it.
    /// </summary>
    private async Task RecordTogetherOrAloneAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ledger.RecordAsync(unrecorded, cancellationToken);
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
            await ledger.RecordAsync([attempt], cancellationToken);
        }
        catch (Exception exception) when (IsAboutOne(exception, cancellationToken))
        {
            Log.NotRecorded(Logger, attempt.Delivery.Id, attempt.Outcome.GetType().Name, exception);
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
