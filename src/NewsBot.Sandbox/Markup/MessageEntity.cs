namespace NewsBot.Sandbox.Markup;

/// <summary>A marked part of a text, as https://core.telegram.org/bots/api#messageentity has it: offset and length in UTF-16 units.</summary>
/// <param name="Type">bold, italic, underline, strikethrough, spoiler, blockquote, expandable_blockquote, code, pre, text_link,
/// text_mention, custom_emoji, date_time, or found in the text: url, mention, hashtag, cashtag, bot_command, email.</param>
public sealed record MessageEntity(string Type, int Offset, int Length)
{
    /// <summary>Of a text_link.</summary>
    public string? Url { get; init; }

    /// <summary>Of a pre.</summary>
    public string? Language { get; init; }

    /// <summary>Of a text_mention.</summary>
    public long? UserId { get; init; }

    public string? CustomEmojiId { get; init; }

    /// <summary>Of a date_time: Unix seconds.</summary>
    public long? UnixTime { get; init; }

    public string? DateTimeFormat { get; init; }

    internal int End => Offset + Length;

    internal bool IsCode => Type is "code" or "pre";

    /// <summary>Styles that may be cut in two or joined without changing what a reader sees.</summary>
    internal bool IsStyle => Type is "bold" or "italic" or "underline" or "strikethrough" or "spoiler";
}
