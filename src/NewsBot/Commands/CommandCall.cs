using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>A command being carried out: its argument, its chat, and where its replies go.</summary>
internal sealed class CommandCall(NewsDb db, Incoming incoming, Subscriber subscriber, string argument, DateTimeOffset now)
{
    private int parts;

    public NewsDb Db => db;

    public Incoming Incoming => incoming;

    /// <summary>The chat. It is stored only once <see cref="KeepSubscriberAsync"/> was called, now or earlier.</summary>
    public Subscriber Subscriber => subscriber;

    /// <summary>What follows the command's name, trimmed; may be empty.</summary>
    public string Argument => argument;

    public DateTimeOffset Now => now;

    public Texts Texts { get; } = Texts.For(subscriber.Language);

    /// <summary>Whether a button was pressed; otherwise somebody typed the command.</summary>
    public bool IsPress => incoming is IncomingCallback;

    /// <summary>Whether the person is one of the bot's admins.</summary>
    public required bool IsBotAdmin { get; init; }

    /// <summary>A short notice for the person who pressed a button.</summary>
    public string? Notice { get; set; }

    /// <summary>
    /// Takes the store's only write lock until the command's replies are saved with it. Whatever can be read first should be.
    /// </summary>
    public async Task BeginWriteAsync(CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            await db.Database.BeginTransactionAsync(cancellationToken);
        }
    }

    /// <summary>Stores the chat when it is new, so that it has an id.</summary>
    public async Task KeepSubscriberAsync(CancellationToken cancellationToken)
    {
        await BeginWriteAsync(cancellationToken);
        if (subscriber.Id == 0)
        {
            db.Subscribers.Add(subscriber);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Answers with a new message.</summary>
    public void Reply(Message message) => db.Enqueue(incoming.Chat, incoming.UpdateId, parts++, message, null, now);

    /// <summary>Answers with a new message of plain text.</summary>
    public void Reply(string text) => Reply(MessageBuilder.Plain(text));

    /// <summary>Declines: a press with a notice that only the person sees, a typed command with a message.</summary>
    public void Refuse(string sentence)
    {
        if (IsPress)
        {
            Notice = sentence;
        }
        else
        {
            Reply(sentence);
        }
    }

    /// <summary>Answers a press by replacing the message that the button is under; a typed command with a new message.</summary>
    public void Show(Message message) =>
        db.Enqueue(incoming.Chat, incoming.UpdateId, parts++, message, (incoming as IncomingCallback)?.MessageId, now);
}
