using System.Text.Json;
using NewsBot.BotApi.Rendering;
using NewsBot.Commands;
using NewsBot.Messages;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Message = Telegram.Bot.Types.Message;

namespace NewsBot.BotApi.Updates;

/// <summary>A raw update, parsed or dead-lettered: exactly one of the two is set.</summary>
internal sealed record UpdateParseResult(Incoming? Incoming, string? DeadLetterReason)
{
    private const string NothingToAnswer = "nothing in it that NewsBot answers";

    // Bot API, InaccessibleMessage: its date is always 0.
    private static readonly DateTime NoDate = DateTime.UnixEpoch;

    // A message of a forum's General thread has this id, which must not be sent back (Bot API server: "message thread not found").
    private const int GeneralThread = 1;

    public static UpdateParseResult Of(string json)
    {
        try
        {
            var update = JsonSerializer.Deserialize<Update>(json, JsonBotAPI.Options);
            return update is not null && Read(update) is { } incoming
                ? new UpdateParseResult(incoming, null)
                : new UpdateParseResult(null, NothingToAnswer);
        }
#pragma warning disable CA1031 // Whatever the library throws on an update that it does not know: the others must be handled.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The place and not the message, which may quote what somebody wrote.
            return new UpdateParseResult(null, $"cannot be read: {exception.GetType().Name} at {(exception as JsonException)?.Path ?? "an unknown place"}");
        }
    }

    private static Incoming? Read(Update update) => update switch
    {
        { Message: { } message } => Read(update.Id, message),
        { ChannelPost: { } post } => Read(update.Id, post),
        { CallbackQuery: { } press } => Read(update.Id, press),
        { MyChatMember: { } change } when KindOf(change.Chat) is { } kind => new MembershipChanged(
            update.Id, new ChatAddress(change.Chat.Id), kind, CanWrite(change.NewChatMember, kind)),
        _ => null,
    };

    private static Incoming? Read(long updateId, Message message)
    {
        if (KindOf(message.Chat) is not { } kind)
        {
            return null;
        }

        var chat = AddressOf(message);
        return message switch
        {
            { MigrateToChatId: { } supergroup } => new ChatMigrated(updateId, new ChatAddress(chat.ChatId), kind, supergroup),
            { MigrateFromChatId: { } group } => new ChatMigrated(updateId, new ChatAddress(group), ChatKind.Group, chat.ChatId),
            { SenderChat: null, From.IsBot: true } => new Ignored(updateId, chat, kind, "from a bot"),
            { Text: null, Caption: null, Document: null } => new Ignored(updateId, chat, kind, message.Type.ToString()),
            _ => TextOf(updateId, chat, kind, message),
        };
    }

    private static IncomingText TextOf(long updateId, ChatAddress chat, ChatKind kind, Message message) => new(
        updateId,
        chat,
        kind,
        message.SenderChat is null ? message.From?.Id : null, // beside a sender_chat, "from" is a stand-in account of Telegram's
        message.SenderChat is null ? message.From?.LanguageCode : null,
        message.Text ?? message.Caption ?? "",
        message.Id,
        message.SenderChat?.Id == message.Chat.Id || kind == ChatKind.Channel,

        // In a forum's thread, a message that replies to nothing arrives as a reply to the thread's opening.
        message.ReplyToMessage is { ForumTopicCreated: null } replied ? replied.Id : null)
    {
        Styles = TextStyles.Of(message),
        PreviewAddress = TextStyles.PreviewOf(message),
        IsCaption = message.Text is null,
        IsForwarded = message.ForwardOrigin is not null || message.IsAutomaticForward,
        Document = message.Document is { } file ? new IncomingDocument(file.FileId, file.FileName ?? "") : null,
    };

    private static Incoming? Read(long updateId, CallbackQuery press)
    {
        // Without a message there is no chat to answer in: the press itself is answered.
        if (press.Message is not { } below)
        {
            var withoutMessage = CallbackOf(updateId, press, new ChatAddress(press.From.Id), ChatKind.Private, 0) with { IsMessageGone = true };
            return withoutMessage;
        }

        if (KindOf(below.Chat) is not { } kind)
        {
            return null;
        }

        if (press.Data is null)
        {
            return new Ignored(updateId, AddressOf(below), kind, "a button without data");
        }

        var callback = CallbackOf(updateId, press, AddressOf(below), kind, below.Id) with
        {
            IsMessageGone = below.Date <= NoDate,
            CodeTexts = TextStyles.CodeTextsOf(below),
        };
        return callback;
    }

    private static IncomingCallback CallbackOf(long updateId, CallbackQuery press, ChatAddress chat, ChatKind kind, int messageId) =>
        new(updateId, chat, kind, press.From.Id, press.From.LanguageCode, press.Id, press.Data ?? "", messageId);

    private static ChatAddress AddressOf(Message message) =>
        new(message.Chat.Id, message is { IsTopicMessage: true, MessageThreadId: { } thread and not GeneralThread } ? thread : 0);

    private static ChatKind? KindOf(Chat? chat) => chat?.Type switch
    {
        ChatType.Private => ChatKind.Private,
        ChatType.Group => ChatKind.Group,
        ChatType.Supergroup => ChatKind.Supergroup,
        ChatType.Channel => ChatKind.Channel,
        _ => null,
    };

    private static bool CanWrite(ChatMember bot, ChatKind kind) => bot switch
    {
        ChatMemberOwner => true,
        ChatMemberAdministrator administrator => kind != ChatKind.Channel || administrator.CanPostMessages,
        ChatMemberMember => kind != ChatKind.Channel,
        ChatMemberRestricted restricted => restricted is { IsMember: true, CanSendMessages: true },
        _ => false,
    };
}
