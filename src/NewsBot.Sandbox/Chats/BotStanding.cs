using System.Text.Json.Serialization;

namespace NewsBot.Sandbox.Chats;

/// <summary>How the bot stands in a chat, which decides whether it may write there.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BotStanding>))]
public enum BotStanding
{
    /// <summary>The person has not pressed Start: a bot cannot write first.</summary>
    NeverStarted,
    Active,

    /// <summary>A member of the group without the right to write, or of the channel without being its administrator.</summary>
    Restricted,
    Blocked,

    /// <summary>The person has deleted their account.</summary>
    Deactivated,
    Kicked,
    Left,

    /// <summary>The group has become a supergroup with another id.</summary>
    Migrated,
    Deleted,
}
