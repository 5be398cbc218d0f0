using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Sandbox.Markup;

namespace NewsBot.Sandbox.BotApi;

/// <summary>The text of sendMessage and editMessageText on its way to what readers see, with the limits of https://core.telegram.org/bots/api#sendmessage.</summary>
internal static class TextArgument
{
    private const int MaxBytes = 32_768;
    private const int MaxCodePoints = 4096;
    private const int MaxCaptionCodePoints = 1024;

    // Telegram drops the rest without a word, links included.
    private const int MaxEntities = 100;

    /// <param name="knows">Whether a person exists: a mention of somebody unknown vanishes.</param>
    public static FormattedText Read(CallArguments arguments, Func<long, bool> knows)
    {
        var raw = arguments.Text("text");
        if (string.IsNullOrEmpty(raw))
        {
            throw CallRefusedException.BadRequest("message text is empty");
        }
        if (Encoding.UTF8.GetByteCount(raw) > MaxBytes)
        {
            throw CallRefusedException.BadRequest("text is too long");
        }
        var parsed = Parse(raw, arguments);
        var known = parsed.Entities.Where(entity => entity.UserId is not { } user || knows(user));
        var cleaned = TextCleaner.Clean(parsed with { Entities = [.. known] });
        if (cleaned.Text.Length == 0)
        {
            throw CallRefusedException.BadRequest("text must be non-empty");
        }
        if (cleaned.Text.EnumerateRunes().Count() > MaxCodePoints)
        {
            throw CallRefusedException.BadRequest("message is too long");
        }
        var whole = FoundEntities.Add(cleaned);
        return whole with { Entities = [.. whole.Entities.Take(MaxEntities)] };
    }

    /// <summary>The text below a file, which may be missing.</summary>
    public static FormattedText ReadCaption(CallArguments arguments, Func<long, bool> knows)
    {
        if (string.IsNullOrEmpty(arguments.Text("caption")))
        {
            return new FormattedText("", []);
        }
        var caption = Read(
            CallArguments.FromJson(new JsonObject { ["text"] = arguments.Text("caption"), ["parse_mode"] = arguments.Text("parse_mode"), ["entities"] = arguments.Text("caption_entities") }), knows);
        return caption.Text.EnumerateRunes().Count() <= MaxCaptionCodePoints ? caption : throw CallRefusedException.BadRequest("message caption is too long");
    }

    // The Sandbox knows HTML alone; the two Markdown modes are refused like a mode that does not exist.
    private static FormattedText Parse(string raw, CallArguments arguments)
    {
        switch (arguments.Text("parse_mode")?.ToUpperInvariant())
        {
            case null or "" or "NONE":
                return new FormattedText(raw, Given(arguments.Json("entities"), raw));
            case "HTML":
                try
                {
                    return HtmlMarkup.Parse(raw);
                }
                catch (MarkupException failure)
                {
                    throw CallRefusedException.BadRequest($"can't parse entities: {failure.Message}");
                }
            default:
                throw CallRefusedException.BadRequest("unsupported parse_mode");
        }
    }

    private static IReadOnlyList<MessageEntity> Given(JsonNode? node, string text) =>
        node is not JsonArray array ? [] : [.. array.OfType<JsonObject>().Select(Entity).Where(entity => IsInside(entity, text) && IsLinkGood(entity))];

    private static MessageEntity Entity(JsonObject json)
    {
        var fields = CallArguments.FromJson(json);
        var type = fields.Text("type") ?? throw CallRefusedException.BadRequest("can't parse MessageEntity: can't find field \"type\"");
        return new MessageEntity(type, fields.SmallNumber("offset") ?? -1, fields.SmallNumber("length") ?? 0)
        {
            Url = fields.Text("url") is { } url ? LinkAddress.Check(url) : null,
            Language = fields.Text("language"),
            UserId = fields.Json("user") is JsonObject user ? CallArguments.FromJson(user).Number("id") : null,
            CustomEmojiId = fields.Text("custom_emoji_id"),
        };
    }

    private static bool IsInside(MessageEntity entity, string text) => entity.Offset >= 0 && entity.Length > 0 && entity.Length <= text.Length - entity.Offset;

    private static bool IsLinkGood(MessageEntity entity) => entity.Type != "text_link" || entity.Url is not null;
}
