namespace NewsBot.Messages;

/// <summary>What is said to a chat, before any markup. Text may be of any origin and length: rendering escapes and bounds it.</summary>
/// <param name="Spans">The text, piece by piece; line breaks are part of it.</param>
/// <param name="Rows">Buttons below it, row by row.</param>
/// <param name="PreviewAddress">The link to show a preview of, or null for no preview.</param>
/// <param name="CopyOf">The message that is said again as it stands, whatever it holds; there are no spans then.</param>
/// <param name="ReplyTo">Telegram's id of a message of the chat that it refers to, or null; of no effect where that is gone.</param>
internal sealed record Message(
    IReadOnlyList<Span> Spans,
    IReadOnlyList<IReadOnlyList<Button>> Rows,
    string? PreviewAddress = null,
    MessageSource? CopyOf = null,
    int? ReplyTo = null)
{
    /// <summary>The file that it brings, below which the text stands; null for none.</summary>
    public MessageFile? File { get; init; }

    /// <summary>The text without its styles.</summary>
    public string PlainText() => string.Concat(Spans.Select(span => span.Text));
}

/// <summary>A piece of text in one style.</summary>
/// <param name="Text">Plain text.</param>
/// <param name="Style">How it is shown.</param>
/// <param name="Address">What it links to, or null.</param>
internal sealed record Span(string Text, SpanStyle Style = SpanStyle.Plain, string? Address = null);

/// <summary>A text file.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Content">Its text, sent as UTF-8.</param>
internal sealed record MessageFile(string Name, string Content);

/// <summary>A message that stands in a chat already.</summary>
/// <param name="ChatId">The chat.</param>
/// <param name="MessageId">Telegram's id of the message.</param>
internal sealed record MessageSource(long ChatId, int MessageId);

/// <summary>A button below a message: either <paramref name="Data"/> or <paramref name="Address"/> is set.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Data">What the bot is told when it is pressed: 1 to 64 bytes of UTF-8 (Bot API, InlineKeyboardButton).</param>
/// <param name="Address">What it opens.</param>
internal sealed record Button(string Label, string? Data, string? Address = null)
{
    /// <summary>Bot API, InlineKeyboardButton.callback_data.</summary>
    public const int MaxDataBytes = 64;
}
