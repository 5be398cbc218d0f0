using System.Text.Json.Nodes;

namespace NewsBot.Sandbox.BotApi;

/// <summary>getMe, and what a bot says of itself: name, description, short description, menu button.</summary>
internal sealed class ProfileMethods(SandboxOptions options)
{
    private readonly Dictionary<(string Field, string Language), string> texts = [];
    private readonly Dictionary<long, JsonNode> menuButtons = [];

    public JsonNode GetMe()
    {
        var json = BotJson.Bot(options);
        json["can_join_groups"] = true;
        json["can_read_all_group_messages"] = options.ReadsAllGroupMessages;
        json["supports_inline_queries"] = false;
        json["can_connect_to_business"] = false;
        json["has_main_web_app"] = false;
        json["has_topics_enabled"] = false;
        json["allows_users_to_create_topics"] = false;
        json["can_manage_bots"] = false;
        return json;
    }

    /// <param name="field">name, description or short_description.</param>
    public JsonNode Set(string field, int mostCharacters, CallArguments arguments)
    {
        var text = arguments.Text(field) ?? "";
        if (text.Length > mostCharacters)
        {
            throw CallRefusedException.BadRequest($"{field.Replace('_', ' ')} is too long");
        }
        texts[(field, arguments.Text("language_code") ?? "")] = text;
        return JsonValue.Create(true);
    }

    public JsonNode Get(string field, CallArguments arguments)
    {
        var language = arguments.Text("language_code") ?? "";
        var text = texts.GetValueOrDefault((field, language)) ?? texts.GetValueOrDefault((field, "")) ?? (field == "name" ? options.BotName : "");
        return new JsonObject { [field] = text };
    }

    public JsonNode SetChatMenuButton(CallArguments arguments)
    {
        menuButtons[arguments.Number("chat_id") ?? 0] = arguments.Json("menu_button")?.DeepClone() ?? new JsonObject { ["type"] = "default" };
        return JsonValue.Create(true);
    }

    public JsonNode GetChatMenuButton(CallArguments arguments) =>
        menuButtons.GetValueOrDefault(arguments.Number("chat_id") ?? 0)?.DeepClone() ?? new JsonObject { ["type"] = "commands" };
}
