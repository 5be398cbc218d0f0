using System.Threading.Channels;
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
                var message when delivery.EditsMessageId is { } id =>
                    await messenger.EditAsync(delivery.Address, id, message, CancellationToken.None),
                var message => await messenger.SendAsync(delivery.Address, message, CancellationToken.None),
            };
        }
#pragma warning disable CA1031 // A bug in one message must not end the sending of all.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RequestFailed(Logger, delivery.Id, exception);
            outcome = new SendOutcome.Unknown(exception.Message);
        }

        ended.Writer.TryWrite(new Attempt(delivery, outcome));
        doorbell.Ring();
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
            // Kept until the store has them: it may be locked or full for a while.
            await ledger.RecordAsync(unrecorded, pacer.IsWithinOwnBudget, failuresInARow, cancellationToken);
            unrecorded.Clear();
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan? other) => other < one ? other.Value : one;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be composed or sent")]
        public static partial void RequestFailed(ILogger logger, long delivery, Exception exception);
    }
}
