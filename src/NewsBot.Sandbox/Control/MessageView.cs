using NewsBot.Sandbox.Markup;

namespace NewsBot.Sandbox.Control;

/// <summary>A message as a reader sees it.</summary>
public sealed record MessageView
{
    public required long ChatId { get; init; }

    public required int MessageId { get; init; }

    public int? ThreadId { get; init; }

    public int? ReplyTo { get; init; }

    public required long FromId { get; init; }

    public required string FromName { get; init; }

    public bool IsByBot { get; init; }

    public DateTimeOffset SentAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The plain text; what was bold or a link in it is in <see cref="Entities"/>.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<MessageEntity> Entities { get; init; } = [];

    /// <summary>The rows of the inline keyboard.</summary>
    public IReadOnlyList<IReadOnlyList<ButtonView>> Buttons { get; init; } = [];

    public LinkPreviewView? LinkPreview { get; init; }

    /// <summary>What it is when it is more than text ("photo", "poll"); null for a text. <see cref="Text"/> is its caption then.</summary>
    public string? Content { get; init; }

    /// <summary>The file that it brings, to be had at /sandbox/files/ and its id; null for none.</summary>
    public FileView? File { get; init; }

    /// <summary>The field of a service message ("migrate_to_chat_id", "new_chat_members"); null for a text.</summary>
    public string? Service { get; init; }

    public bool IsForwarded { get; init; }
}

/// <summary>A file.</summary>
public sealed record FileView(string Id, string Name);

/// <summary>A button: it calls back with data, or opens an address.</summary>
public sealed record ButtonView(string Text, string? Data, string? Url);

/// <summary>link_preview_options of the message.</summary>
public sealed record LinkPreviewView(string? Url, bool IsDisabled, bool PrefersSmallMedia, bool PrefersLargeMedia, bool IsAboveText);
