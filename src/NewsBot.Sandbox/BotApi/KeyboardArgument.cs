using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Sandbox.Markup;

namespace NewsBot.Sandbox.BotApi;

/// <summary>reply_markup: inline keyboards are checked and kept; the other kinds are accepted and leave no trace.</summary>
internal static class KeyboardArgument
{
    private const int MaxDataBytes = 64;
    private static readonly string[] Texts = ["url", "callback_data"];
    private static readonly string[] Actions =
        ["url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay"];

    /// <returns>{"inline_keyboard": [[…]]}, or null where there is none or it is empty.</returns>
    public static JsonObject? Read(CallArguments arguments)
    {
        if (arguments.Text("reply_markup") is null or "")
        {
            return null;
        }
        if (arguments.Json("reply_markup") is not { } node)
        {
            throw CallRefusedException.BadRequest("can't parse reply keyboard markup JSON object");
        }
        if (node is not JsonObject markup)
        {
            throw CallRefusedException.BadRequest("object expected as reply markup");
        }
        if (markup["inline_keyboard"] is not { } keyboard)
        {
            return null;
        }
        if (keyboard is not JsonArray rows || rows.Any(row => row is not JsonArray))
        {
            throw CallRefusedException.BadRequest("can't parse inline keyboard: expected an Array of Array of InlineKeyboardButton");
        }
        var kept = rows.Select(row => new JsonArray([.. row!.AsArray().Select(Button)])).Where(row => row.Count > 0).ToArray<JsonNode?>();
        return kept.Length == 0 ? null : new JsonObject { ["inline_keyboard"] = new JsonArray(kept) };
    }

    private static JsonNode Button(JsonNode? node)
    {
        if (node is not JsonObject button)
        {
            throw Broken("expected an Object");
        }
        if (!IsText(button, "text") || Texts.Any(name => button.ContainsKey(name) && !IsText(button, name)))
        {
            throw Broken("Field must be of type String");
        }
        if (!Actions.Any(button.ContainsKey))
        {
            throw Broken("Text buttons are unallowed in the inline keyboard");
        }
        if (button["callback_data"] is { } data && Encoding.UTF8.GetByteCount($"{data}") is 0 or > MaxDataBytes)
        {
            throw CallRefusedException.BadRequest("BUTTON_DATA_INVALID");
        }
        if (button["url"] is { } url && LinkAddress.Check($"{url}") is null)
        {
            throw CallRefusedException.BadRequest($"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL");
        }
        return button.DeepClone();
    }

    private static bool IsText(JsonObject button, string name) => button[name]?.GetValueKind() == JsonValueKind.String;

    private static CallRefusedException Broken(string why) => CallRefusedException.BadRequest($"can't parse inline keyboard button: {why}");
}
