using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Sandbox.BotApi;

namespace NewsBot.Sandbox.Chats;

/// <summary>Puts what people do into the chats and among the bot's updates. Used under <see cref="SandboxWorld.Gate"/>.</summary>
internal sealed class Announcements(SandboxWorld world)
{
    /// <summary>Stores a message and tells the bot of it, unless privacy mode keeps it from the bot.</summary>
    public SandboxMessage Post(SandboxChat chat, SandboxMessage draft, bool isForBot = true)
    {
        var message = draft with { Id = world.NextMessageId(chat), ChatId = chat.Id, SentAt = world.Time.GetUtcNow() };
        world.Put(chat, message);
        if (isForBot && chat.Standing is (BotStanding.Active or BotStanding.Restricted))
        {
            world.Updates.Add(chat.Kind == ChatKind.Channel ? "channel_post" : "message", BotJson.Message(message, chat, world.Options), OrderOf(chat));
        }
        return message;
    }

    public SandboxMessage Service(SandboxChat chat, Person from, JsonObject fields, int? threadId = null) =>
        Post(chat, new SandboxMessage { Id = 0, ChatId = chat.Id, SentAt = default, From = from, Service = fields, ThreadId = threadId });

    public void BotAdded(SandboxChat chat, Person by)
    {
        Membership(chat, by, MemberJson.Of(BotJson.Bot(world.Options), null));
        if (chat.Kind != ChatKind.Channel)
        {
            Service(chat, by, chat.Kind == ChatKind.Group
                ? new JsonObject { ["group_chat_created"] = true }
                : new JsonObject { ["new_chat_members"] = new JsonArray(BotJson.Bot(world.Options)) });
        }
    }

    /// <summary>Changes how the bot stands in the chat and tells it by my_chat_member.</summary>
    public void Change(SandboxChat chat, Person by, BotStanding standing)
    {
        var old = MemberJson.OfBot(BotJson.Bot(world.Options), chat);
        chat.Standing = standing;
        world.Changed(chat);
        Membership(chat, by, old);
    }

    public void Pressed(SandboxChat chat, SandboxMessage message, Person person, Control.PressView press) => world.Updates.Add(
        "callback_query",
        new JsonObject
        {
            ["id"] = press.CallbackId,
            ["from"] = BotJson.User(person),
            ["message"] = BotJson.Message(message, chat, world.Options),
            ["chat_instance"] = chat.Id.ToString(CultureInfo.InvariantCulture),
            ["data"] = press.Data,
        },
        $"person {person.Id}",
        Presses.Lifetime);

    private void Membership(SandboxChat chat, Person by, JsonObject old) => world.Updates.Add(
        "my_chat_member",
        new JsonObject
        {
            ["chat"] = BotJson.Chat(chat),
            ["from"] = BotJson.User(by),
            ["date"] = world.Time.GetUtcNow().ToUnixTimeSeconds(),
            ["old_chat_member"] = old,
            ["new_chat_member"] = MemberJson.OfBot(BotJson.Bot(world.Options), chat),
        },
        OrderOf(chat));

    private static string OrderOf(SandboxChat chat) => $"chat {chat.Id}";
}
