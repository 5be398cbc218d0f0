using NewsBot.Messages;

namespace NewsBot.Outbox.Sending;

/// <summary>
/// A chat, or a thread of it, that refuses pushes for want of rights: a night lock, a closed General topic, slow mode, a fault of
/// Telegram's. Nothing tells when it ends, so its pushes are held and one is tried after an hour, then daily for a fortnight.
/// </summary>
internal sealed class PushRestriction
{
    /// <summary>After the first refusal.</summary>
    public static readonly TimeSpan FirstRetry = TimeSpan.FromHours(1);

    public static readonly TimeSpan LaterRetries = TimeSpan.FromDays(1);

    /// <summary>Then the chat counts as one that cannot be written to until an update says otherwise.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromDays(14);

    public long ChatId { get; set; }

    /// <summary>Forum thread, or 0 for the chat itself and the General topic.</summary>
    public int ThreadId { get; set; }

    /// <summary>The first refusal.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>When a push is tried next.</summary>
    public DateTimeOffset RetryAt { get; set; }

    /// <summary>Telegram's words.</summary>
    public required string Reason { get; set; }

    public ChatAddress Address => new(ChatId, ThreadId);
}
