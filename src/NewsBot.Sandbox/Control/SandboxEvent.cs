namespace NewsBot.Sandbox.Control;

/// <summary>Something that has happened; ids grow by one, so that a reader who lost the connection can go on from the last it saw.</summary>
public sealed record SandboxEvent
{
    public const string Posted = "posted";
    public const string Edited = "edited";
    public const string Deleted = "deleted";
    public const string ChatChanged = "chat";
    public const string PersonAdded = "person";
    public const string PressAnswered = "pressAnswered";
    public const string CommandsChanged = "commands";
    public const string ChatAction = "action";

    public long Id { get; init; }

    /// <summary>One of the names above.</summary>
    public required string Type { get; init; }

    public long? ChatId { get; init; }

    public int? MessageId { get; init; }

    /// <summary>Of posted and edited.</summary>
    public MessageView? Message { get; init; }

    /// <summary>Of chat.</summary>
    public ChatView? Chat { get; init; }

    /// <summary>Of person.</summary>
    public Chats.Person? Person { get; init; }

    /// <summary>Of pressAnswered.</summary>
    public PressView? Press { get; init; }

    /// <summary>Of action: "typing".</summary>
    public string? Text { get; init; }
}
