using NewsBot.Messages;

namespace NewsBot.Commands;

/// <summary>An update from a chat.</summary>
/// <param name="UpdateId">Telegram's id of the update: unique, and what replies to it are keyed by.</param>
/// <param name="Chat">Where it happened, and where the answer goes.</param>
/// <param name="ChatKind">What kind of chat that is.</param>
internal abstract record Incoming(long UpdateId, ChatAddress Chat, ChatKind ChatKind)
{
    /// <summary>The user id of whoever typed or pressed; null where the chat itself speaks and for what nobody said.</summary>
    public long? PersonId => this switch
    {
        IncomingText text => text.UserId,
        IncomingCallback press => press.UserId,
        _ => null,
    };

    /// <summary>Their language as their app tells it, or null.</summary>
    public string? PersonLanguage => this switch
    {
        IncomingText text => text.LanguageCode,
        IncomingCallback press => press.LanguageCode,
        _ => null,
    };
}

/// <summary>A text that somebody wrote.</summary>
/// <param name="UpdateId">Telegram's id of the update.</param>
/// <param name="Chat">Where it was written.</param>
/// <param name="ChatKind">What kind of chat that is.</param>
/// <param name="UserId">Who wrote it; null for a channel's post.</param>
/// <param name="LanguageCode">The writer's language as their app tells it ("de", "pt-br"), or null.</param>
/// <param name="Text">As typed.</param>
/// <param name="MessageId">Telegram's id of the message.</param>
/// <param name="FromChatItself">True for a channel's post and for an anonymous administrator: the chat speaks as itself.</param>
/// <param name="RepliedMessageId">The message that it replies to, or null.</param>
internal sealed record IncomingText(
    long UpdateId,
    ChatAddress Chat,
    ChatKind ChatKind,
    long? UserId,
    string? LanguageCode,
    string Text,
    int MessageId,
    bool FromChatItself,
    int? RepliedMessageId) : Incoming(UpdateId, Chat, ChatKind)
{
    /// <summary>What of <see cref="Text"/> is bold, a link and so on.</summary>
    public IReadOnlyList<TextStyle> Styles { get; init; } = [];

    /// <summary>The link that the writer's application shows a preview of, or null.</summary>
    public string? PreviewAddress { get; init; }

    /// <summary>Whether the text is the caption of a photo or a document.</summary>
    public bool IsCaption { get; init; }

    /// <summary>Whether somebody else wrote it: a forwarded message, or a channel's post in its discussion group. No command is taken from it.</summary>
    public bool IsForwarded { get; init; }

    /// <summary>The file that came, whose caption the text is; null for a text.</summary>
    public IncomingDocument? Document { get; init; }
}

/// <summary>A file that somebody sent.</summary>
/// <param name="FileId">What Telegram gives it out by.</param>
/// <param name="Name">Its name; may be empty.</param>
internal sealed record IncomingDocument(string FileId, string Name)
{
    /// <summary>By the name: OPML files are called .opml or .xml.</summary>
    public bool IsFeedList => Name.EndsWith(".opml", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A button that somebody pressed.</summary>
/// <param name="UpdateId">Telegram's id of the update.</param>
/// <param name="Chat">Where the button stands.</param>
/// <param name="ChatKind">What kind of chat that is.</param>
/// <param name="UserId">Who pressed it.</param>
/// <param name="LanguageCode">Their language, or null.</param>
/// <param name="PressId">What the press is answered by, within a few minutes.</param>
/// <param name="Data">The button's data.</param>
/// <param name="MessageId">The message that the button stands under.</param>
internal sealed record IncomingCallback(
    long UpdateId,
    ChatAddress Chat,
    ChatKind ChatKind,
    long UserId,
    string? LanguageCode,
    string PressId,
    string Data,
    int MessageId) : Incoming(UpdateId, Chat, ChatKind)
{
    /// <summary>Whether the message is deleted or too old for Telegram to show it to the bot.</summary>
    public bool IsMessageGone { get; init; }

    /// <summary>
    /// The texts that the message shows as code, in their order. A topic that is too long for a button's data is read back from here, so
    /// that what somebody typed is stored nowhere but in their own chat.
    /// </summary>
    public IReadOnlyList<string> CodeTexts { get; init; } = [];
}

/// <summary>The bot was blocked, unblocked, added, removed, or lost or gained the right to write.</summary>
internal sealed record MembershipChanged(long UpdateId, ChatAddress Chat, ChatKind ChatKind, bool CanWrite)
    : Incoming(UpdateId, Chat, ChatKind);

/// <summary>A group became a supergroup with another id.</summary>
internal sealed record ChatMigrated(long UpdateId, ChatAddress Chat, ChatKind ChatKind, long ToChatId)
    : Incoming(UpdateId, Chat, ChatKind);

/// <summary>Something that needs no answer: a sticker, a photo without words, a service message.</summary>
internal sealed record Ignored(long UpdateId, ChatAddress Chat, ChatKind ChatKind, string Why)
    : Incoming(UpdateId, Chat, ChatKind);
