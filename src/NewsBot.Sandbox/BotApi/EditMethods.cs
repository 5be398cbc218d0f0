using System.Text.Json.Nodes;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Limits;
using NewsBot.Sandbox.Markup;

namespace NewsBot.Sandbox.BotApi;

/// <summary>editMessageText, editMessageReplyMarkup, deleteMessage, deleteMessages.</summary>
internal sealed class EditMethods(SandboxWorld world, ChatArgument chats, SendLimits limits)
{
    private const string NotModified = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";
    private const int MaxDeleted = 100;
    private static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    public JsonNode EditMessageText(CallArguments arguments)
    {
        var body = TextArgument.Read(arguments, world.People.ContainsKey);
        var keyboard = KeyboardArgument.Read(arguments);
        var preview = arguments.Json("link_preview_options") as JsonObject;
        return Edit(arguments, message => message with { Body = body, Keyboard = keyboard, LinkPreview = preview });
    }

    public JsonNode EditMessageReplyMarkup(CallArguments arguments)
    {
        var keyboard = KeyboardArgument.Read(arguments);
        return Edit(arguments, message => message with { Keyboard = keyboard });
    }

    public JsonNode DeleteMessage(CallArguments arguments)
    {
        var chat = chats.Read(arguments);
        ChatArgument.RequireWritable(chat);
        var message = chat.Messages.GetValueOrDefault(arguments.SmallNumber("message_id") ?? 0)
            ?? throw CallRefusedException.BadRequest("message to delete not found");
        if (!CanDelete(chat, message))
        {
            throw CallRefusedException.BadRequest("message can't be deleted");
        }
        world.Remove(chat, message.Id);
        return JsonValue.Create(true);
    }

    public JsonNode DeleteMessages(CallArguments arguments)
    {
        var chat = chats.Read(arguments);
        ChatArgument.RequireWritable(chat);
        if (arguments.Json("message_ids") is not JsonArray { Count: > 0 and <= MaxDeleted } ids)
        {
            throw CallRefusedException.BadRequest("message identifiers are not specified");
        }
        foreach (var id in ids.Select(id => int.TryParse($"{id}", out var number) ? number : 0))
        {
            if (chat.Messages.TryGetValue(id, out var message) && CanDelete(chat, message))
            {
                world.Remove(chat, id);
            }
        }
        return JsonValue.Create(true);
    }

    private JsonObject Edit(CallArguments arguments, Func<SandboxMessage, SandboxMessage> change)
    {
        var chat = chats.Read(arguments);
        limits.AdmitEdit(chat);
        ChatArgument.RequireWritable(chat);
        var old = chat.Messages.GetValueOrDefault(arguments.SmallNumber("message_id") ?? 0)
            ?? throw CallRefusedException.BadRequest("message to edit not found");
        if (!old.IsByBot || old.Service is not null || old.ForwardOrigin is not null)
        {
            throw CallRefusedException.BadRequest("message can't be edited");
        }
        var edited = change(old);
        if (IsSame(old, edited))
        {
            throw CallRefusedException.BadRequest(NotModified);
        }
        edited = edited with { EditedAt = world.Time.GetUtcNow() };
        world.Put(chat, edited);
        return BotJson.Message(edited, chat, world.Options);
    }

    private static bool IsSame(SandboxMessage old, SandboxMessage edited) =>
        old.Body.Text == edited.Body.Text
        && old.Body.Entities.SequenceEqual(edited.Body.Entities)
        && JsonNode.DeepEquals(old.Keyboard, edited.Keyboard)
        && JsonNode.DeepEquals(old.LinkPreview, edited.LinkPreview);

    private bool CanDelete(SandboxChat chat, SandboxMessage message) =>
        world.Time.GetUtcNow() - message.SentAt < Deletable
        && (message.IsByBot || chat.Kind == ChatKind.Private || chat.IsBotAdministrator);
}
