using System.Text.Json.Nodes;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Limits;

namespace NewsBot.Sandbox.BotApi;

/// <summary>sendMessage, sendDocument, copyMessage, forwardMessage, sendChatAction.</summary>
internal sealed class SendMethods(SandboxWorld world, ChatArgument chats, SendLimits limits, SandboxFiles files)
{
    public JsonNode SendMessage(CallArguments arguments)
    {
        var draft = new SandboxMessage
        {
            Id = 0,
            ChatId = 0,
            SentAt = default,
            Body = TextArgument.Read(arguments, world.People.ContainsKey),
            Keyboard = KeyboardArgument.Read(arguments),
            LinkPreview = arguments.Json("link_preview_options") as JsonObject,
        };
        return Message(Post(draft, arguments));
    }

    public JsonNode SendDocument(CallArguments arguments)
    {
        var document = arguments.File("document") is { } file ? files.Add(file.Name, file.Content)
            : throw CallRefusedException.BadRequest("there is no document in the request");
        var draft = new SandboxMessage
        {
            Id = 0,
            ChatId = 0,
            SentAt = default,
            Body = TextArgument.ReadCaption(arguments, world.People.ContainsKey),
            Content = new JsonObject { ["document"] = document },
            Keyboard = KeyboardArgument.Read(arguments),
        };
        return Message(Post(draft, arguments));
    }

    public JsonNode CopyMessage(CallArguments arguments)
    {
        var (_, source) = Source(arguments, "copy", "copied");
        var draft = source with { Keyboard = KeyboardArgument.Read(arguments), ForwardOrigin = null };
        return new JsonObject { ["message_id"] = Post(draft, arguments).Message.Id };
    }

    public JsonNode ForwardMessage(CallArguments arguments)
    {
        var (from, source) = Source(arguments, "forward", "forwarded");
        return Message(Post(source with { Keyboard = null, ForwardOrigin = source.ForwardOrigin ?? Origin(from, source) }, arguments));
    }

    public JsonNode SendChatAction(CallArguments arguments)
    {
        var chat = chats.Read(arguments);
        ChatArgument.RequireWritable(chat);
        if (arguments.Text("action") is not { Length: > 0 } action)
        {
            throw CallRefusedException.BadRequest("wrong parameter action in request");
        }
        world.Events.Publish(new SandboxEvent { Type = SandboxEvent.ChatAction, ChatId = chat.Id, Text = action });
        return JsonValue.Create(true);
    }

    // The limit comes before the refusal of a blocked chat, as the servers count that attempt too.
    private (SandboxChat Chat, SandboxMessage Message) Post(SandboxMessage draft, CallArguments arguments)
    {
        var chat = chats.Read(arguments);
        limits.AdmitMessage(chat, arguments.Flag("allow_paid_broadcast"));
        if (chat.Standing != BotStanding.Active)
        {
            limits.Counters.TurnedAway(chat.Id);
        }
        ChatArgument.RequireWritable(chat);
        var thread = ChatArgument.ReadThread(arguments, chat);
        var message = draft with
        {
            ChatId = chat.Id,
            ReplyTo = ReplyTo(arguments, chat),
            ThreadId = thread,
            Id = world.NextMessageId(chat),
            SentAt = world.Time.GetUtcNow(),
            EditedAt = null,
            From = null,
            IsProtected = arguments.Flag("protect_content"),
        };
        world.Put(chat, message);
        limits.Counters.Accepted(chat.Id, message.Body.Text);
        return (chat, message);
    }

    private static int? ReplyTo(CallArguments arguments, SandboxChat chat)
    {
        var options = arguments.Json("reply_parameters") is JsonObject given ? CallArguments.FromJson(given) : null;
        if ((options?.SmallNumber("message_id") ?? arguments.SmallNumber("reply_to_message_id")) is not { } id)
        {
            return null;
        }
        if (chat.Messages.ContainsKey(id))
        {
            return id;
        }
        return (options ?? arguments).Flag("allow_sending_without_reply") ? null : throw CallRefusedException.BadRequest("message to be replied not found");
    }

    private (SandboxChat Chat, SandboxMessage Message) Source(CallArguments arguments, string verb, string done)
    {
        var from = chats.Read(arguments, "from_chat_id");
        var source = from.Messages.GetValueOrDefault(arguments.SmallNumber("message_id") ?? 0);
        return source switch
        {
            null => throw CallRefusedException.BadRequest($"message to {verb} not found"),
            { Service: not null } or { IsProtected: true } => throw CallRefusedException.BadRequest($"message can't be {done}"),
            _ => (from, source),
        };
    }

    private JsonObject Origin(SandboxChat chat, SandboxMessage message)
    {
        var json = new JsonObject { ["date"] = message.SentAt.ToUnixTimeSeconds() };
        if (chat.Kind == ChatKind.Channel)
        {
            json["type"] = "channel";
            json["chat"] = BotJson.Chat(chat);
            json["message_id"] = message.Id;
        }
        else
        {
            json["type"] = "user";
            json["sender_user"] = message.From is { } person ? BotJson.User(person) : BotJson.Bot(world.Options);
        }
        return json;
    }

    private JsonObject Message((SandboxChat Chat, SandboxMessage Message) posted) => BotJson.Message(posted.Message, posted.Chat, world.Options);
}
