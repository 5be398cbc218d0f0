using NewsBot.Messages;

namespace NewsBot.Subscribers;

/// <summary>A private chat, group, forum thread or channel that talks to the bot. No names are kept.</summary>
internal sealed class Subscriber
{
    public long Id { get; set; }

    /// <summary>Telegram's 64-bit chat id. Unique together with <see cref="ThreadId"/>.</summary>
    public long ChatId { get; set; }

    /// <summary>Forum thread, or 0 for none.</summary>
    public int ThreadId { get; set; }

    public ChatKind Kind { get; set; }

    public SubscriberState State { get; set; }

    /// <summary>Since when it could not be written to; kept until it was asked whether it wants to know what came meanwhile.</summary>
    public DateTimeOffset? UnreachableSince { get; set; }

    /// <summary>Language of the interface: two letters (ISO 639-1).</summary>
    public required string Language { get; set; }

    /// <summary>When the chat paused everything; null when it did not.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>Until when: nothing is pushed before this instant.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>Whether the chat wants no announcements of the bot's admins.</summary>
    public bool AnnouncementsOff { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public ChatAddress Address => new(ChatId, ThreadId);
}
