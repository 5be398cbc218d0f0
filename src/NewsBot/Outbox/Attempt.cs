namespace NewsBot.Outbox;

/// <summary>A request that has ended.</summary>
/// <param name="Delivery">What was sent, as it was claimed.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record Attempt(Delivery Delivery, SendOutcome Outcome);
