using NewsBot.Messages;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Message = Telegram.Bot.Types.Message;

namespace NewsBot.BotApi.Rendering;

/// <summary>The formatting of a text that somebody wrote. Telegram finds bare links, hashtags and commands anew in a text that is sent again.</summary>
internal static class TextStyles
{
    public static IReadOnlyList<TextStyle> Of(Message message) =>
        EntitiesOf(message).Select(StyleOf).Where(style => style.Style != SpanStyle.Plain || style.Address is not null).ToArray();

    /// <summary>The link whose preview the writer sees: the one that they chose, else the first; null where they switched it off.</summary>
    public static string? PreviewOf(Message message) => message.LinkPreviewOptions switch
    {
        { IsDisabled: true } => null,
        { Url: { } chosen } => chosen,
        _ => EntitiesOf(message).Select(entity => AddressOf(entity, message.Text ?? "")).FirstOrDefault(address => address is not null),
    };

    /// <summary>The texts of the message that are shown as code, in their order.</summary>
    public static IReadOnlyList<string> CodeTextsOf(Message message)
    {
        var text = message.Text ?? message.Caption ?? "";
        return EntitiesOf(message)
            .Where(entity => entity.Type == MessageEntityType.Code && entity.Offset >= 0 && entity.Length >= 0 && entity.Offset <= text.Length - entity.Length)
            .Select(entity => text.Substring(entity.Offset, entity.Length))
            .ToArray();
    }

    private static MessageEntity[] EntitiesOf(Message message) => message.Entities ?? message.CaptionEntities ?? [];

    private static TextStyle StyleOf(MessageEntity entity) => new(entity.Offset, entity.Length, entity.Type switch
    {
        MessageEntityType.Bold => SpanStyle.Bold,
        MessageEntityType.Italic => SpanStyle.Italic,
        MessageEntityType.Underline => SpanStyle.Underline,
        MessageEntityType.Strikethrough => SpanStyle.Strikethrough,
        MessageEntityType.Spoiler => SpanStyle.Spoiler,
        MessageEntityType.Blockquote or MessageEntityType.ExpandableBlockquote => SpanStyle.Quote,
        MessageEntityType.Code => SpanStyle.Code,
        MessageEntityType.Pre => SpanStyle.CodeBlock,
        _ => SpanStyle.Plain,
    }, entity.Url);

    private static string? AddressOf(MessageEntity entity, string text) => entity.Type switch
    {
        MessageEntityType.TextLink => entity.Url,
        MessageEntityType.Url when entity.Offset + entity.Length <= text.Length => WithScheme(text.Substring(entity.Offset, entity.Length)),
        _ => null,
    };

    private static string WithScheme(string address) =>
        address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}";
}
