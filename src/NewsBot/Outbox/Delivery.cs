using NewsBot.Messages;

namespace NewsBot.Outbox;

/// <summary>
/// One message for one chat, from the moment it is enqueued. Unique by chat, lane, <see cref="CarriedId"/> and <see cref="Part"/>,
/// so that a stage that is replayed after a crash enqueues nothing twice.
/// </summary>
internal sealed class Delivery
{
    /// <summary>Of rows that were written before deliveries expired.</summary>
    public static readonly DateTimeOffset NoExpiry = DateTimeOffset.MaxValue;

    public long Id { get; set; }

    public long ChatId { get; set; }

    /// <summary>Forum thread, or 0 for none.</summary>
    public int ThreadId { get; set; }

    public Lane Lane { get; set; }

    /// <summary>
    /// What it carries. News: the story. Digest: the topic, or 0 for <see cref="Pushes.MissedNotice"/>. Broadcast: its content.
    /// Reply: the update that it answers; below 0 what is told without an update, numbered by whoever enqueues it.
    /// </summary>
    public long CarriedId { get; set; }

    /// <summary>
    /// Reply: 0, 1, 2 … where one update has several answers. News: 0, or the development of the story that it tells of; below 0 the
    /// rounds of its edits. Digest: the minute in which it was begun. Broadcast: 0.
    /// </summary>
    public int Part { get; set; }

    /// <summary>The content of a push; null for what carries its own <see cref="Body"/>.</summary>
    public long? WordingId { get; set; }

    /// <summary>The message as JSON, for what is said to one chat alone; null for what has content of its own and once it has ended.</summary>
    public string? Body { get; set; }

    /// <summary>The message of the bot's that it replaces; null for a new one.</summary>
    public int? EditsMessageId { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>Not sent before this instant.</summary>
    public DateTimeOffset Due { get; set; }

    /// <summary>Not sent after this instant, when it would be too late to be of use; the chat is told how much it missed.</summary>
    public DateTimeOffset Expires { get; set; } = NoExpiry;

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
