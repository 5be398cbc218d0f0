using System.Text.Json.Nodes;
using NewsBot.Sandbox.Chats;

namespace NewsBot.Sandbox.BotApi;

/// <summary>getChat, getChatMember, getChatMemberCount, getChatAdministrators, leaveChat.</summary>
internal sealed class ChatMethods(SandboxWorld world, ChatArgument chats)
{
    public JsonNode GetChat(CallArguments arguments)
    {
        var json = BotJson.Chat(Readable(arguments));
        json["accent_color_id"] = 0;
        json["max_reaction_count"] = 11;
        json["accepted_gift_types"] = new JsonObject
        {
            ["unlimited_gifts"] = false,
            ["limited_gifts"] = false,
            ["unique_gifts"] = false,
            ["premium_subscription"] = false,
            ["gifts_from_channels"] = false,
        };
        return json;
    }

    public JsonNode GetChatMember(CallArguments arguments)
    {
        var chat = Readable(arguments);
        var id = arguments.Number("user_id");
        if (id == world.Options.BotId)
        {
            return MemberJson.OfBot(BotJson.Bot(world.Options), chat);
        }
        return id is { } known && world.People.TryGetValue(known, out var person)
            ? MemberJson.Of(BotJson.User(person), RoleOf(chat, person.Id))
            : throw CallRefusedException.BadRequest("user not found");
    }

    public JsonNode GetChatMemberCount(CallArguments arguments) => JsonValue.Create(Readable(arguments).Members.Count + 1);

    public JsonNode GetChatAdministrators(CallArguments arguments)
    {
        var chat = Readable(arguments);
        return new JsonArray([.. chat.Members.Where(member => member.Value != MemberRole.Member)
            .Select(member => MemberJson.Of(BotJson.User(world.People[member.Key]), member.Value))]);
    }

    public JsonNode LeaveChat(CallArguments arguments)
    {
        var chat = chats.Read(arguments);
        if (chat.Kind == ChatKind.Private)
        {
            throw CallRefusedException.BadRequest("chat member status can't be changed in private chats");
        }
        ChatArgument.RequireWritable(chat);
        chat.Standing = BotStanding.Left;
        world.Changed(chat);
        return JsonValue.Create(true);
    }

    private static MemberRole? RoleOf(SandboxChat chat, long personId) =>
        chat.Members.TryGetValue(personId, out var role) ? role : chat.Id == personId ? MemberRole.Member : null;

    // Reading needs membership, not the right to write.
    private SandboxChat Readable(CallArguments arguments)
    {
        var chat = chats.Read(arguments);
        if (chat.Standing is not (BotStanding.Restricted or BotStanding.Blocked or BotStanding.Deactivated))
        {
            ChatArgument.RequireWritable(chat);
        }
        return chat;
    }
}
