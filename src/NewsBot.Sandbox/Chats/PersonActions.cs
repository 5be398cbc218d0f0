using System.Text;
using System.Text.Json.Nodes;
using NewsBot.Sandbox.BotApi;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Markup;

namespace NewsBot.Sandbox.Chats;

/// <summary>What a person does in a chat: type, press a button, block the bot.</summary>
internal sealed class PersonActions(SandboxWorld world, Directory directory, Announcements announcements, Presses presses, SandboxFiles files)
{
    private const int MaxCharacters = 4096;

    public SandboxMessage Type(NewText request)
    {
        SandboxMessage message;
        lock (world.Gate)
        {
            var person = directory.Person(request.PersonId);
            var chat = directory.Chat(request.ChatId);
            RequireText(request);
            RequireTypist(chat, person, request.ThreadId);
            Start(chat);
            var body = FoundEntities.Add(TextCleaner.Clean(new FormattedText(request.Text, request.Entities ?? [])));
            var draft = new SandboxMessage
            {
                Id = 0,
                ChatId = chat.Id,
                SentAt = default,
                From = person,
                Body = body,
                Content = request.File is { } file ? new JsonObject { ["document"] = files.Add(file.Name, Encoding.UTF8.GetBytes(file.Text)) } : request.Content,
                ThreadId = request.ThreadId,
                ReplyTo = request.ReplyTo,
            };
            message = announcements.Post(chat, draft, IsForBot(chat, draft));
        }
        world.RaiseTextTyped(new TypedText(message.ChatId, request.PersonId, message.ThreadId, message.Body.Text, message.SentAt));
        return message;
    }

    public PressView Press(NewPress request)
    {
        var person = directory.Person(request.PersonId);
        var chat = directory.Chat(request.ChatId);
        var message = chat.Messages.GetValueOrDefault(request.MessageId) ?? throw ControlException.NotFound("message");
        var press = presses.Add(chat.Id, person.Id, message.Id, request.Data, world.Time.GetUtcNow());
        announcements.Pressed(chat, message, person, press);
        world.RaiseButtonPressed(press.Data);
        return press;
    }

    public void Block(long chatId)
    {
        var chat = directory.PrivateChat(chatId);
        if (chat.Standing == BotStanding.Active)
        {
            announcements.Change(chat, directory.Person(chatId), BotStanding.Blocked);
        }
    }

    public void Unblock(long chatId)
    {
        var chat = directory.PrivateChat(chatId);
        if (chat.Standing == BotStanding.Blocked)
        {
            announcements.Change(chat, directory.Person(chatId), BotStanding.Active);
        }
    }

    /// <summary>The person deletes their account: the bot is told nothing, and learns it when it writes.</summary>
    public void Deactivate(long chatId)
    {
        var chat = directory.PrivateChat(chatId);
        chat.Standing = BotStanding.Deactivated;
        world.Changed(chat);
    }

    private void Start(SandboxChat chat)
    {
        if (chat.Standing == BotStanding.NeverStarted)
        {
            chat.Standing = BotStanding.Active;
            world.Changed(chat);
        }
    }

    private static void RequireText(NewText request)
    {
        var isEmpty = string.IsNullOrWhiteSpace(request.Text) && request.Content is null && request.File is null;
        if (isEmpty || request.Text.EnumerateRunes().Count() > MaxCharacters)
        {
            throw ControlException.Refused("A text has 1 to 4096 characters.");
        }
    }

    private static void RequireTypist(SandboxChat chat, Person person, int? threadId)
    {
        if (chat.Kind == ChatKind.Private ? chat.Id != person.Id : !chat.Members.ContainsKey(person.Id))
        {
            throw ControlException.Refused("Only those who are in a chat can write there.");
        }
        if (chat.Standing is BotStanding.Blocked or BotStanding.Deactivated or BotStanding.Migrated or BotStanding.Deleted)
        {
            throw ControlException.Refused("Nobody can write in this chat now.");
        }
        if (threadId is { } id && !(chat.Threads.TryGetValue(id, out var thread) && thread.IsOpen))
        {
            throw ControlException.NotFound("open thread");
        }
    }

    // Privacy mode (https://core.telegram.org/bots/features#privacy-mode): in a group the bot sees commands that may be meant for it and replies to it.
    private bool IsForBot(SandboxChat chat, SandboxMessage draft)
    {
        if (chat.Kind is ChatKind.Private or ChatKind.Channel || chat.IsBotAdministrator || world.Options.ReadsAllGroupMessages)
        {
            return true;
        }
        if (draft.ReplyTo is { } id && chat.Messages.TryGetValue(id, out var repliedTo) && repliedTo.IsByBot)
        {
            return true;
        }
        var text = draft.Body.Text;
        return draft.Body.Entities.Where(entity => entity.Type is "bot_command" or "mention").Select(entity => text.Substring(entity.Offset, entity.Length))
            .Any(word => !word.Contains('@') || word.EndsWith("@" + world.Options.BotUserName, StringComparison.OrdinalIgnoreCase));
    }
}
