using System.Text.Json.Serialization;

namespace NewsBot.Sandbox.Chats;

/// <summary>What a person is in a group or channel.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MemberRole>))]
public enum MemberRole
{
    Member,
    Administrator,
    Owner,
}
