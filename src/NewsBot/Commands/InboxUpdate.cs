namespace NewsBot.Commands;

/// <summary>An update from Telegram: its raw text until it is handled, then its number alone, so that a repetition is recognised.</summary>
internal sealed class InboxUpdate
{
    /// <summary>How long the number of a handled update is remembered; Telegram repeats one for 24 hours at most.</summary>
    public static readonly TimeSpan RememberedFor = TimeSpan.FromDays(7);

    /// <summary>The order of arrival. Telegram's own numbers give no order: they begin anew at random after a quiet week.</summary>
    public long Id { get; set; }

    /// <summary>Telegram's number, unique. Negative where it could not be read: then a fingerprint of the raw text.</summary>
    public long UpdateId { get; set; }

    /// <summary>The raw update, or null once it is handled: what people write is not kept.</summary>
    public string? Json { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? HandledAt { get; set; }

    /// <summary>Why it was dead-lettered, or null.</summary>
    public string? SetAsideReason { get; set; }

    /// <summary>Ends its handling; saved together with what the handling wrote.</summary>
    public void Handled(DateTimeOffset at, string? setAsideReason = null)
    {
        HandledAt = at;
        SetAsideReason = setAsideReason;
        Json = null;
    }
}
