using System.Text.Json.Nodes;
using NewsBot.Sandbox.Control;

namespace NewsBot.Sandbox.Chats;

/// <summary>What happens to a group or channel: the bot is removed or added, it moves to another id, its threads open and close. Used under <see cref="SandboxWorld.Gate"/>.</summary>
internal sealed class GroupActions(SandboxWorld world, Directory directory, Announcements announcements)
{
    public void Kick(long chatId, long? by)
    {
        var chat = directory.SharedChat(chatId);
        announcements.Change(chat, Actor(chat, by), BotStanding.Kicked);
    }

    public void Restrict(long chatId, long? by)
    {
        var chat = directory.SharedChat(chatId);
        chat.IsBotAdministrator = false;
        announcements.Change(chat, Actor(chat, by), BotStanding.Restricted);
    }

    /// <summary>Brings the bot back after it was kicked, had left or was restricted.</summary>
    public void AddBot(long chatId, long? by)
    {
        var chat = directory.SharedChat(chatId);
        announcements.Change(chat, Actor(chat, by), BotStanding.Active);
    }

    public void SetRole(long chatId, long personId, MemberRole role)
    {
        var chat = directory.SharedChat(chatId);
        chat.Members[directory.Person(personId).Id] = role;
        world.Changed(chat);
    }

    /// <summary>A basic group becomes a supergroup; both chats get their service message.</summary>
    public SandboxChat Migrate(long chatId, long? by)
    {
        var chat = directory.SharedChat(chatId);
        if (chat.Kind != ChatKind.Group || chat.Standing != BotStanding.Active)
        {
            throw ControlException.Refused("Only a basic group with the bot in it becomes a supergroup.");
        }
        var actor = Actor(chat, by);
        var successor = directory.AddSuccessor(chat);
        announcements.Service(chat, actor, new JsonObject { ["migrate_to_chat_id"] = successor.Id });
        chat.MigratedTo = successor.Id;
        chat.Standing = BotStanding.Migrated;
        world.Changed(chat);
        announcements.Service(successor, actor, new JsonObject { ["migrate_from_chat_id"] = chat.Id });
        return successor;
    }

    public void Delete(long chatId)
    {
        var chat = directory.SharedChat(chatId);
        chat.Standing = BotStanding.Deleted;
        world.Changed(chat);
    }

    public ForumThread OpenThread(long chatId, NewThread request)
    {
        var chat = directory.SharedChat(chatId);
        if (!chat.IsForum)
        {
            throw ControlException.Refused("Only a forum has threads.");
        }
        // A thread's id is the id of the message that opens it.
        var id = chat.LastMessageId + 1;
        var thread = new ForumThread(id, request.Name, true);
        chat.Threads[id] = thread;
        announcements.Service(chat, directory.Person(request.PersonId),
            new JsonObject { ["forum_topic_created"] = new JsonObject { ["name"] = request.Name, ["icon_color"] = 7322096 } }, id);
        world.Changed(chat);
        return thread;
    }

    public void CloseThread(long chatId, int threadId, bool isDeleted)
    {
        var chat = directory.SharedChat(chatId);
        var thread = chat.Threads.GetValueOrDefault(threadId) ?? throw ControlException.NotFound("thread");
        if (isDeleted)
        {
            chat.Threads.Remove(threadId);
        }
        else
        {
            chat.Threads[threadId] = thread with { IsOpen = false };
        }
        world.Changed(chat);
    }

    private Person Actor(SandboxChat chat, long? by) => by is { } id ? directory.Person(id) : directory.OwnerOf(chat);
}
