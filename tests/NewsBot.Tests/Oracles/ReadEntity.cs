using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Sandbox.Markup;

namespace NewsBot.Tests.Oracles;

/// <summary>An entity of TDLib's or of the Sandbox's, in the Bot API's words, to be compared.</summary>
/// <param name="Argument">The address, language, identifier or moment with format that the type has; else null.</param>
internal sealed record ReadEntity(string Type, int Offset, int Length, string? Argument)
{
    private const string Prefix = "textEntityType";

    public static ReadEntity From(MessageEntity entity) => new(entity.Type, entity.Offset, entity.Length, entity.Type switch
    {
        "date_time" => $"{entity.UnixTime}{entity.DateTimeFormat}",
        _ => entity.Url ?? entity.Language ?? entity.CustomEmojiId ?? entity.UserId?.ToString(CultureInfo.InvariantCulture),
    });

    public static ReadEntity From(JsonNode entity)
    {
        var kind = entity["type"]!;
        var (type, argument) = kind["@type"]!.GetValue<string>()[Prefix.Length..] switch
        {
            "Bold" => ("bold", null),
            "Italic" => ("italic", null),
            "Underline" => ("underline", null),
            "Strikethrough" => ("strikethrough", null),
            "Spoiler" => ("spoiler", null),
            "Code" => ("code", null),
            "Pre" => ("pre", null),
            "PreCode" => ("pre", kind["language"]),
            "BlockQuote" => ("blockquote", null),
            "ExpandableBlockQuote" => ("expandable_blockquote", null),
            "TextUrl" => ("text_link", kind["url"]),
            "MentionName" => ("text_mention", kind["user_id"]),
            "CustomEmoji" => ("custom_emoji", kind["custom_emoji_id"]),
            "DateTime" => ("date_time", $"{kind["unix_time"]}{Format(kind["formatting_type"])}"),
            "Url" => ("url", null),
            "EmailAddress" => ("email", null),
            "Mention" => ("mention", null),
            "Hashtag" => ("hashtag", null),
            "Cashtag" => ("cashtag", null),
            "BotCommand" => ("bot_command", null),
            var other => (other, null),
        };
        return new ReadEntity(type, entity["offset"]!.GetValue<int>(), entity["length"]!.GetValue<int>(), argument?.ToString());
    }

    public int End => Offset + Length;

    public override string ToString() => $"{Type} {Offset}+{Length} {Argument}".TrimEnd(' ');

    // The letters of the Bot API's date_time_format.
    private static string Format(JsonNode? format) => format switch
    {
        null => "",
        _ when format["@type"]!.GetValue<string>() == "dateTimeFormattingTypeRelative" => "r",
        _ => $"{(format["show_day_of_week"]!.GetValue<bool>() ? "w" : "")}{Precision(format["date_precision"], "d", "D")}{Precision(format["time_precision"], "t", "T")}",
    };

    private static string Precision(JsonNode? precision, string narrow, string wide) => precision?["@type"]!.GetValue<string>() switch
    {
        "dateTimePartPrecisionShort" => narrow,
        "dateTimePartPrecisionLong" => wide,
        _ => "",
    };
}
