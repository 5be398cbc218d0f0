namespace NewsBot.Outbox.Sending;

/// <summary>Telegram said "not before": kept, because it can be hours and must outlive a restart.</summary>
internal sealed class SendHold
{
    /// <summary>In place of a chat id: everyone.</summary>
    public const long Everyone = 0;

    /// <summary>The chat, or <see cref="Everyone"/>.</summary>
    public long ChatId { get; set; }

    public DateTimeOffset Until { get; set; }
}
