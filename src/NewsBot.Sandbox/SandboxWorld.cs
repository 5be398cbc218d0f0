using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Updates;

namespace NewsBot.Sandbox;

/// <summary>The people, the chats and the messages of one Sandbox.</summary>
public sealed class SandboxWorld
{
    private int lastMessageId;

    internal SandboxWorld(SandboxOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        Updates = new UpdateQueue(time);
    }

    /// <summary>Raised for every text a person types, after the chat has it and outside of all locks, on the caller's thread.</summary>
    public event Action<TypedText>? TextTyped;

    /// <summary>Raised with the data of every button a person presses, on the caller's thread.</summary>
    public event Action<string>? ButtonPressed;

    internal SandboxOptions Options { get; }

    internal TimeProvider Time { get; }

    internal UpdateQueue Updates { get; }

    internal EventFeed Events { get; } = new();

    /// <summary>Held for every read and change of people, chats and messages. The queue and the feed have locks of their own, taken inside it.</summary>
    internal Lock Gate { get; } = new();

    internal SortedDictionary<long, Person> People { get; } = [];

    internal Dictionary<long, SandboxChat> Chats { get; } = [];

    /// <summary>The id the chat's next message gets: private chats and basic groups share one counter, so theirs have gaps.</summary>
    internal int NextMessageId(SandboxChat chat) => chat.HasOwnCounter ? ++chat.LastMessageId : ++lastMessageId;

    internal void Put(SandboxChat chat, SandboxMessage message)
    {
        var type = chat.Messages.ContainsKey(message.Id) ? SandboxEvent.Edited : SandboxEvent.Posted;
        chat.Messages[message.Id] = message;
        Events.Publish(new SandboxEvent { Type = type, ChatId = chat.Id, MessageId = message.Id, Message = Views.Of(message, Options) });
    }

    internal void Remove(SandboxChat chat, int messageId)
    {
        chat.Messages.Remove(messageId);
        Events.Publish(new SandboxEvent { Type = SandboxEvent.Deleted, ChatId = chat.Id, MessageId = messageId });
    }

    internal void Changed(SandboxChat chat) =>
        Events.Publish(new SandboxEvent { Type = SandboxEvent.ChatChanged, ChatId = chat.Id, Chat = Views.Of(chat) });

    internal void RaiseButtonPressed(string data) => ButtonPressed?.Invoke(data);

    internal void RaiseTextTyped(TypedText typed) => TextTyped?.Invoke(typed);
}
