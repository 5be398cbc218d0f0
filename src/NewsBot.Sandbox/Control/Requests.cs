using System.Text.Json.Nodes;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Markup;

namespace NewsBot.Sandbox.Control;

/// <param name="Id">Null takes the next free one.</param>
/// <param name="HasStarted">True for somebody who has pressed Start before; false until they type.</param>
public sealed record NewPerson(string Name, string LanguageCode = "en", bool IsAdmin = false, long? Id = null, bool HasStarted = false);

/// <param name="Kind">Group, Supergroup or Channel.</param>
/// <param name="Members">Ids of people, the first admin being the owner.</param>
/// <param name="IsBotAdministrator">Null makes it one in a channel alone; in a channel false leaves the bot unable to post.</param>
public sealed record NewChat(
    ChatKind Kind, string Title, IReadOnlyList<long>? Members = null, IReadOnlyList<long>? Admins = null, bool IsForum = false, bool? IsBotAdministrator = null);

/// <param name="ThreadId">A thread of a forum.</param>
/// <param name="ReplyTo">A message id of the same chat.</param>
/// <param name="Entities">The formatting that the person's application adds; what it finds by itself, commands and links, need not be told.</param>
/// <param name="Content">The fields of a message that is more than text, as the Bot API tells them: {"photo":[…]}. Its text is the caption, or empty.</param>
/// <param name="File">A text file that is sent; its caption is the text, or empty.</param>
public sealed record NewText(
    long ChatId, long PersonId, string Text, int? ThreadId = null, int? ReplyTo = null, IReadOnlyList<MessageEntity>? Entities = null, JsonObject? Content = null, NewFile? File = null);

/// <param name="Name">What it is called.</param>
/// <param name="Text">What it holds.</param>
public sealed record NewFile(string Name, string Text);

/// <param name="Data">The button's callback_data; it need not be on the message any more.</param>
public sealed record NewPress(long ChatId, long PersonId, int MessageId, string Data);

/// <param name="Name">Shown on the forum's thread.</param>
public sealed record NewThread(string Name, long PersonId);

/// <summary>Who does something to the bot or the chat; null for the chat's owner, or its person.</summary>
public sealed record By(long? PersonId = null);

/// <param name="Update">Whatever the bot is to be sent.</param>
/// <param name="IsNumbered">Adds an update_id where it is missing.</param>
public sealed record RawUpdate(JsonObject Update, bool IsNumbered = true);

/// <summary>The world at one moment; events after <paramref name="LastEventId"/> tell what came next.</summary>
public sealed record WorldView(long LastEventId, BotView Bot, IReadOnlyList<Person> People, IReadOnlyList<ChatView> Chats);

/// <summary>The bot itself.</summary>
public sealed record BotView(long Id, string Name, string UserName);

/// <summary>Why the control API would not do something.</summary>
public sealed record ControlProblem(string Problem);
