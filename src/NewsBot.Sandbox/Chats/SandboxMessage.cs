using System.Text.Json.Nodes;
using NewsBot.Sandbox.Markup;

namespace NewsBot.Sandbox.Chats;

/// <summary>One message of a chat. An edit replaces the record.</summary>
internal sealed record SandboxMessage
{
    public required int Id { get; init; }

    public required long ChatId { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    /// <summary>Null when the bot wrote it.</summary>
    public Person? From { get; init; }

    public int? ThreadId { get; init; }

    public int? ReplyTo { get; init; }

    public FormattedText Body { get; init; } = new("", []);

    /// <summary>The fields of a message that is more than text (photo, document, poll), kept as they came; <see cref="Body"/> is its caption.</summary>
    public JsonObject? Content { get; init; }

    public JsonObject? Keyboard { get; init; }

    public JsonObject? LinkPreview { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The fields of a service message (migrate_to_chat_id, new_chat_members); null for a text.</summary>
    public JsonObject? Service { get; init; }

    public JsonObject? ForwardOrigin { get; init; }

    public bool IsProtected { get; init; }

    public bool IsByBot => From is null;
}
