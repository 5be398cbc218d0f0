using NewsBot.Messages;
using NewsBot.Storage;

namespace NewsBot.Outbox.Sending;

/// <summary>A delivery that may be sent now, marked as being sent.</summary>
/// <param name="Delivery">As it was when it was claimed.</param>
/// <param name="Message">What is said; null when what it was about is gone or cannot be composed.</param>
internal sealed record Claim(Delivery Delivery, Message? Message);

/// <summary>What is written in the same transaction as a claim: waiting for the disk is what limits a fast sender.</summary>
/// <param name="WriteAsync">Writes it.</param>
/// <param name="Committed">Is called when it is durable.</param>
internal sealed record PiggybackedWrite(Func<NewsDb, CancellationToken, Task> WriteAsync, Action Committed);

/// <summary>A request that has ended.</summary>
/// <param name="Delivery">What was sent, as it was claimed.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="BegunAt">When it left, on the clock of the <see cref="SendPacer"/>.</param>
/// <param name="EndedAt">When its answer came, on the same.</param>
internal sealed record Attempt(Delivery Delivery, SendOutcome Outcome, TimeSpan BegunAt = default, TimeSpan EndedAt = default)
{
    /// <summary>Whether Telegram could not be reached at all: such a failure says nothing about the delivery and is not counted against it.</summary>
    public bool DuringOutage { get; init; }
}
