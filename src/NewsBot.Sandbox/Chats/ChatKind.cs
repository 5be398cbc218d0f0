using System.Text.Json.Serialization;

namespace NewsBot.Sandbox.Chats;

/// <summary>The kinds of chat Telegram has; a forum is a supergroup with threads.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChatKind>))]
public enum ChatKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}
