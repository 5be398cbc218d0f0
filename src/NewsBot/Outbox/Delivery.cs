using NewsBot.Messages;

namespace NewsBot.Outbox;

/// <summary>
/// One message for one chat, from the moment it is owed. Unique by chat, lane and what it carries, so that a stage that is
/// replayed after a crash owes nothing twice.
/// </summary>
internal sealed class Delivery
{
    public long Id { get; set; }

    public long ChatId { get; set; }

    /// <summary>Forum thread, or 0 for none.</summary>
    public int ThreadId { get; set; }

    public Lane Lane { get; set; }

    /// <summary>What it carries: the update that it answers, the story that it tells.</summary>
    public long CarriedId { get; set; }

    /// <summary>
    /// 0, 1, 2 … where one update has several answers. Of a push 0, or the development of the story that it tells of; below 0 for the
    /// edits of one.
    /// </summary>
    public int Part { get; set; }

    /// <summary>The wording of a push; null for what carries its own <see cref="Body"/>.</summary>
    public long? WordingId { get; set; }

    /// <summary>The message as JSON, for what is said to one chat alone; null for what has a wording.</summary>
    public string? Body { get; set; }

    /// <summary>The message of the bot's that it replaces; null for a new one.</summary>
    public int? EditsMessageId { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>Not sent before this instant.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary>Requests begun so far.</summary>
    public int Attempts { get; set; }

    /// <summary>How many of these may have been sent without anybody knowing.</summary>
    public int UnknownAttempts { get; set; }

    /// <summary>Why the last attempt did not succeed.</summary>
    public string? Reason { get; set; }

    /// <summary>Telegram's id of the message, once sent.</summary>
    public int? MessageId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it reached its last state.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public ChatAddress Address => new(ChatId, ThreadId);

    public bool IsEdit => EditsMessageId is not null;
}
