using System.Text.Json.Nodes;
using NewsBot.Sandbox.Chats;

namespace NewsBot.Sandbox.BotApi;

/// <summary>Whom a list of commands is for: https://core.telegram.org/bots/api#botcommandscope.</summary>
internal sealed record CommandScope(string Type, long ChatId = 0, long UserId = 0)
{
    private static readonly HashSet<string> Types =
        ["default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member"];

    public static CommandScope Read(CallArguments arguments)
    {
        if (arguments.Json("scope") is not JsonObject json)
        {
            return new CommandScope("default");
        }
        var fields = CallArguments.FromJson(json);
        var type = fields.Text("type") ?? "";
        return Types.Contains(type)
            ? new CommandScope(type, fields.Number("chat_id") ?? 0, fields.Number("user_id") ?? 0)
            : throw CallRefusedException.BadRequest("can't parse BotCommandScope: Unsupported type specified");
    }

    /// <summary>The scopes that fit a person in a chat, the first with commands counts.</summary>
    public static IEnumerable<CommandScope> For(SandboxChat chat, long personId)
    {
        if (chat.Kind == ChatKind.Private)
        {
            return [new("chat", chat.Id), new("all_private_chats"), new("default")];
        }
        var isAdministrator = chat.Members.TryGetValue(personId, out var role) && role != MemberRole.Member;
        CommandScope[] forAll = [new("chat_member", chat.Id, personId), new("chat_administrators", chat.Id), new("chat", chat.Id), new("all_chat_administrators"), new("all_group_chats"), new("default")];
        return forAll.Where(scope => isAdministrator || !scope.Type.EndsWith("administrators", StringComparison.Ordinal));
    }
}
