namespace NewsBot.Messages;

/// <summary>How far a broadcast is.</summary>
/// <param name="Recipients">Those that it is for.</param>
/// <param name="Sent">Telegram has it.</param>
/// <param name="Blocked">The chat cannot be written to any more.</param>
/// <param name="Failed">Telegram refused it for another reason.</param>
/// <param name="Unknown">It may have arrived: the answer was lost, and it is not sent twice.</param>
/// <param name="Cancelled">Called off before it was sent.</param>
internal sealed record BroadcastFigures(int Recipients, int Sent, int Blocked, int Failed, int Unknown, int Cancelled)
{
    /// <summary>Why most of those that failed did, as Telegram put it; null when none did.</summary>
    public string? FailedBecause { get; init; }

    /// <summary>Too late: not sent within Broadcasts:Lifetime.</summary>
    public int Expired { get; init; }

    public int Ended => Sent + Blocked + Failed + Unknown + Cancelled + Expired;

    public int Left => Math.Max(0, Recipients - Ended);
}
