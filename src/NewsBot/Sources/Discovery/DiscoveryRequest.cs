namespace NewsBot.Sources.Discovery;

/// <summary>Somebody asked what can be watched of an address; to find out takes up to a minute, so it waits here for a loop.</summary>
internal sealed class DiscoveryRequest
{
    public long Id { get; set; }

    /// <summary>Absolute http or https address, as asked.</summary>
    public required string Address { get; set; }

    /// <summary>The chat that waits for the answer.</summary>
    public long ChatId { get; set; }

    /// <summary>The update that asked: the answer is a further one to it.</summary>
    public long UpdateId { get; set; }

    /// <summary>Whether a person who runs the bot asked; theirs come first.</summary>
    public bool IsByAdmin { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    /// <summary>When it was answered; null while it waits.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
