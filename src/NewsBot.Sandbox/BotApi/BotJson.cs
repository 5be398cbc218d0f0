using System.Text.Json.Nodes;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Markup;

namespace NewsBot.Sandbox.BotApi;

/// <summary>The objects of https://core.telegram.org/bots/api#available-types, as far as the Sandbox has something to put in them.</summary>
internal static class BotJson
{
    public static JsonObject Bot(SandboxOptions options) => new()
    {
        ["id"] = options.BotId,
        ["is_bot"] = true,
        ["first_name"] = options.BotName,
        ["username"] = options.BotUserName,
    };

    public static JsonObject User(Person person) => new()
    {
        ["id"] = person.Id,
        ["is_bot"] = false,
        ["first_name"] = person.Name,
        ["language_code"] = person.LanguageCode,
    };

    public static JsonObject Chat(SandboxChat chat)
    {
        var json = new JsonObject { ["id"] = chat.Id, ["type"] = TypeOf(chat.Kind) };
        json[chat.Kind == ChatKind.Private ? "first_name" : "title"] = chat.Title;
        if (chat.IsForum)
        {
            json["is_forum"] = true;
        }
        return json;
    }

    public static JsonObject Message(SandboxMessage message, SandboxChat chat, SandboxOptions options)
    {
        var json = new JsonObject { ["message_id"] = message.Id };
        if (chat.Kind == ChatKind.Channel)
        {
            json["sender_chat"] = Chat(chat);
        }
        else
        {
            json["from"] = message.From is { } person ? User(person) : Bot(options);
        }
        json["chat"] = Chat(chat);
        json["date"] = message.SentAt.ToUnixTimeSeconds();
        AddPlace(json, message, chat, options);
        AddBody(json, message);
        return json;
    }

    public static JsonArray Entities(IReadOnlyList<MessageEntity> entities) => [.. entities.Select(Entity)];

    private static void AddPlace(JsonObject json, SandboxMessage message, SandboxChat chat, SandboxOptions options)
    {
        if (message.ThreadId is { } thread)
        {
            json["message_thread_id"] = thread;
            json["is_topic_message"] = true;
        }
        if (message.EditedAt is { } edited)
        {
            json["edit_date"] = edited.ToUnixTimeSeconds();
        }
        if (message.ForwardOrigin is { } origin)
        {
            json["forward_origin"] = origin.DeepClone();
        }
        if (message.IsProtected)
        {
            json["has_protected_content"] = true;
        }
        if (message.ReplyTo is { } id && chat.Messages.TryGetValue(id, out var repliedTo))
        {
            json["reply_to_message"] = Message(repliedTo with { ReplyTo = null }, chat, options);
        }
    }

    private static void AddBody(JsonObject json, SandboxMessage message)
    {
        foreach (var (name, value) in message.Service ?? [])
        {
            json[name] = value?.DeepClone();
        }
        if (message.Service is not null)
        {
            return;
        }
        foreach (var (name, value) in message.Content ?? [])
        {
            json[name] = value?.DeepClone();
        }
        AddText(json, message);
        if (message.LinkPreview is { } preview)
        {
            json["link_preview_options"] = preview.DeepClone();
        }
        if (message.Keyboard is { } keyboard)
        {
            json["reply_markup"] = keyboard.DeepClone();
        }
    }

    private static void AddText(JsonObject json, SandboxMessage message)
    {
        var isCaption = message.Content is not null;
        if (message.Body.Text.Length > 0)
        {
            json[isCaption ? "caption" : "text"] = message.Body.Text;
        }
        if (message.Body.Entities.Count > 0)
        {
            json[isCaption ? "caption_entities" : "entities"] = Entities(message.Body.Entities);
        }
    }

    private static JsonObject Entity(MessageEntity entity)
    {
        var json = new JsonObject { ["type"] = entity.Type, ["offset"] = entity.Offset, ["length"] = entity.Length };
        AddIfSet(json, "url", entity.Url);
        AddIfSet(json, "language", entity.Language);
        AddIfSet(json, "custom_emoji_id", entity.CustomEmojiId);
        AddIfSet(json, "unix_time", entity.UnixTime);
        AddIfSet(json, "date_time_format", entity.DateTimeFormat);
        if (entity.UserId is { } user)
        {
            json["user"] = new JsonObject { ["id"] = user, ["is_bot"] = false, ["first_name"] = $"{user}" };
        }
        return json;
    }

    private static void AddIfSet<T>(JsonObject json, string name, T? value)
    {
        if (value is not null)
        {
            json[name] = JsonValue.Create(value);
        }
    }

    private static string TypeOf(ChatKind kind) => kind switch
    {
        ChatKind.Private => "private",
        ChatKind.Group => "group",
        ChatKind.Supergroup => "supergroup",
        _ => "channel",
    };
}
