using System.Threading.Channels;
using NewsBot.Messages;
using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>
/// Sends what is owed. One thread of control claims and records; the requests themselves run side by side, one a chat, and hand
/// their outcome back to it.
/// </summary>
internal sealed partial class SendingLoop(
    LoopContext context,
    DeliveryLedger ledger,
    SendHolds holds,
    SendPacer pacer,
    MessageComposer composer,
    IMessenger messenger,
    Doorbell<Delivery> doorbell) : Loop(context)
{
    private readonly Channel<Attempt> ended = Channel.CreateUnbounded<Attempt>();
    private readonly List<Attempt> unrecorded = [];
    private readonly List<Task> requests = [];
    private readonly LaneTurns turns = new();
    private TimeSpan wait = TimeSpan.FromSeconds(1);
    private int failuresInARow;
    private bool recovered;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await RecoverOnceAsync(cancellationToken);
        await RecordAsync(cancellationToken);
        var closed = pacer.Closed();
        wait = Shorter(Patience, closed.Wait);
        if (holds.Everyone > TimeSpan.Zero || pacer.Delay() != TimeSpan.Zero)
        {
            wait = holds.Everyone > TimeSpan.Zero ? Shorter(Patience, holds.Everyone) : Shorter(Patience, pacer.Delay());
            return false;
        }

        if (await ledger.ClaimAsync(turns.Next, [.. closed.Ids, .. holds.Chats], cancellationToken) is not { } delivery)
        {
            return false;
        }

        turns.Took();
        pacer.Begin(delivery.ChatId);
        requests.RemoveAll(request => request.IsCompleted);
        requests.Add(RequestAsync(delivery));
        return true;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => doorbell.WaitAsync(wait, Time, cancellationToken);

    /// <summary>Requests that have left are waited for, so that a stop leaves no outcome unknown while Telegram answers.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(requests).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await RecordAsync(CancellationToken.None);
    }

    private async Task RecoverOnceAsync(CancellationToken cancellationToken)
    {
        if (!recovered)
        {
            await holds.LoadAsync(cancellationToken);
            await ledger.RecoverAsync(cancellationToken);
            recovered = true;
        }
    }

    private async Task RequestAsync(Delivery delivery)
    {
        SendOutcome outcome;
        try
        {
            outcome = await composer.ComposeAsync(delivery, CancellationToken.None) switch
            {
                null => new SendOutcome.Rejected("What it was about is gone."),
                var message => await SendAsync(delivery, message),
            };
        }
#pragma warning disable CA1031 // A bug in one message must not end the sending of all.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Composing alone throws, before anything has left.
            outcome = OutcomeWithoutRequest(delivery, exception);
        }

        ended.Writer.TryWrite(new Attempt(delivery, outcome));
        doorbell.Ring();
    }

    private async Task<SendOutcome> SendAsync(Delivery delivery, Message message)
    {
        try
        {
            return delivery.EditsMessageId is { } id
                ? await messenger.EditAsync(delivery.Address, id, message, CancellationToken.None)
                : await messenger.SendAsync(delivery.Address, message, CancellationToken.None);
        }
#pragma warning disable CA1031 // As above: the messenger throws for its own mistakes alone.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RequestFailed(Logger, delivery.Id, exception);
            return new SendOutcome.Unknown(exception.Message);
        }
    }

    private SendOutcome OutcomeWithoutRequest(Delivery delivery, Exception exception)
    {
        if (StoreTrouble.In(exception) is { } trouble)
        {
            return new SendOutcome.NotSent(trouble);
        }

        Log.RequestFailed(Logger, delivery.Id, exception);
        return new SendOutcome.Rejected($"It could not be composed ({exception.GetType().Name}).");
    }

    private async Task RecordAsync(CancellationToken cancellationToken)
    {
        while (ended.Reader.TryRead(out var attempt))
        {
            pacer.End(attempt.Delivery.ChatId);
            failuresInARow = attempt.Outcome is SendOutcome.NotSent ? failuresInARow + 1 : 0;
            unrecorded.Add(attempt);
        }

        if (unrecorded.Count > 0)
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
            await ledger.RecordAsync(unrecorded, pacer.IsWithinOwnBudget, failuresInARow, cancellationToken);
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
            await ledger.RecordAsync([attempt], pacer.IsWithinOwnBudget, failuresInARow, cancellationToken);
        }
        catch (Exception exception) when (IsAboutOne(exception, cancellationToken))
        {
            Log.NotRecorded(Logger, attempt.Delivery.Id, attempt.Outcome.GetType().Name, exception);
        }
    }

    private static bool IsAboutOne(Exception exception, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && StoreTrouble.In(exception) is null;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan? other) => other < one ? other.Value : one;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be composed or sent")]
        public static partial void RequestFailed(ILogger logger, long delivery, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "The outcome of delivery {Delivery} ({Outcome}) could not be recorded")]
        public static partial void NotRecorded(ILogger logger, long delivery, string outcome, Exception exception);
    }
}
