using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Control;

namespace NewsBot.Sandbox.BotApi;

/// <summary>setMyCommands, getMyCommands, deleteMyCommands, by scope and language.</summary>
internal sealed partial class CommandMethods(SandboxWorld world)
{
    private const int MaxCommands = 100;
    private const int MaxDescription = 256;
    private readonly Dictionary<(CommandScope Scope, string Language), CommandView[]> lists = [];

    public JsonNode SetMyCommands(CallArguments arguments)
    {
        if (arguments.Json("commands") is not JsonArray array || array.Count > MaxCommands)
        {
            throw CallRefusedException.BadRequest(arguments.Json("commands") is JsonArray ? "BOT_COMMANDS_TOO_MUCH" : "can't parse commands: expected an Array of BotCommand");
        }
        lists[Key(arguments)] = [.. array.Select(Command)];
        Announce();
        return JsonValue.Create(true);
    }

    public JsonNode GetMyCommands(CallArguments arguments) =>
        new JsonArray([.. lists.GetValueOrDefault(Key(arguments), []).Select(command => new JsonObject { ["command"] = command.Command, ["description"] = command.Description })]);

    public JsonNode DeleteMyCommands(CallArguments arguments)
    {
        lists.Remove(Key(arguments));
        Announce();
        return JsonValue.Create(true);
    }

    /// <summary>What a person's application offers in a chat: the narrowest scope first, in each their language before the one for all.</summary>
    public IReadOnlyList<CommandView> Offered(SandboxChat chat, Person person) =>
        CommandScope.For(chat, person.Id)
            .SelectMany(scope => new[] { (scope, person.LanguageCode), (scope, "") })
            .Select(key => lists.GetValueOrDefault(key))
            .FirstOrDefault(list => list is { Length: > 0 }) ?? [];

    private void Announce() => world.Events.Publish(new SandboxEvent { Type = SandboxEvent.CommandsChanged });

    private static (CommandScope Scope, string Language) Key(CallArguments arguments) =>
        (CommandScope.Read(arguments), arguments.Text("language_code") ?? "");

    private static CommandView Command(JsonNode? node)
    {
        var fields = CallArguments.FromJson(node as JsonObject ?? throw CallRefusedException.BadRequest("can't parse BotCommand: expected an Object"));
        var name = (fields.Text("command") ?? "").TrimStart('/');
        var description = fields.Text("description") ?? "";
        if (!CommandName().IsMatch(name))
        {
            throw CallRefusedException.BadRequest(name.Length == 0 ? "command must be non-empty" : "BOT_COMMAND_INVALID");
        }
        return description.Length is > 0 and <= MaxDescription
            ? new CommandView(name, description)
            : throw CallRefusedException.BadRequest(description.Length == 0 ? "command description must be non-empty" : "BOT_COMMAND_DESCRIPTION_INVALID");
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandName();
}
