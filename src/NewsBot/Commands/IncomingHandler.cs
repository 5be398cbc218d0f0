using Microsoft.EntityFrameworkCore;
using NewsBot.Commands.Following;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>Does what something that came from a chat asks for, in the caller's transaction.</summary>
internal sealed partial class IncomingHandler(
    CommandTable table,
    CommandPermission permission,
    TimeProvider time,
    ILogger<IncomingHandler> logger)
{
    /// <summary>Understands it and looks up who may. Asks Telegram at times, so it stands before the transaction.</summary>
    public async Task<PreparedCall> PrepareAsync(Incoming incoming, string botName, CancellationToken cancellationToken)
    {
        var request = table.Understand(incoming, botName);
        var isBotAdmin = permission.IsBotAdmin(incoming);
        if (request?.Command?.Audience == CommandAudience.BotAdmins && !isBotAdmin)
        {
            Log.NotAnAdmin(logger, PersonOf(incoming), incoming.Chat.ChatId, request.Name);
            request = null; // Not even that it exists.
        }

        var mayRun = request?.Command?.Audience != CommandAudience.WhoMayChange
            || await permission.MayChangeAsync(incoming, cancellationToken);
        return new PreparedCall(incoming, request, isBotAdmin, mayRun);
    }

    /// <summary>Does it. Returns the notice for a press, or null.</summary>
    public async Task<string?> RunAsync(NewsDb db, PreparedCall prepared, CancellationToken cancellationToken)
    {
        switch (prepared.Incoming)
        {
            case MembershipChanged change:
                await ChangeMembershipAsync(db, change, cancellationToken);
                return null;
            case ChatMigrated migrated:
                await DeliveryOutcomeHandler.MoveChatAsync(db, migrated.Chat.ChatId, migrated.ToChatId, cancellationToken);
                return null;
            case var incoming when prepared.Request is not null:
                return await RunCommandAsync(db, incoming, prepared.Request, prepared, cancellationToken);
            default:
                return null;
        }
    }

    /// <summary>Owes the chat a sentence that something went wrong.</summary>
    public void Apologise(NewsDb db, Incoming incoming) => db.Enqueue(
        incoming.Chat,
        incoming.UpdateId,
        0,
        MessageBuilder.Plain(Texts.For(LanguageOf(incoming)).SomethingWentWrong),
        null,
        time.GetUtcNow());

    private async Task<string?> RunCommandAsync(
        NewsDb db,
        Incoming incoming,
        CommandRequest request,
        PreparedCall prepared,
        CancellationToken cancellationToken)
    {
        var subscriber = await FindOrDescribeAsync(db, incoming, cancellationToken);
        var call = new CommandCall(db, incoming, subscriber, request.Argument, time.GetUtcNow()) { IsBotAdmin = prepared.IsBotAdmin };
        if (!prepared.MayRun)
        {
            call.Refuse(call.Texts.OnlyChatAdministrators);
        }
        else if (request.Command is { } command)
        {
            await command.RunAsync(call, cancellationToken);
        }
        else if (!call.IsPress)
        {
            call.Reply(call.Texts.UnknownCommand($"/{request.Name}", table.Nearest(request.Name, prepared.IsBotAdmin)));
        }

        return call.Notice;
    }

    /// <summary>The chat's subscriber, or a new one that is not stored yet. Who writes can be written to.</summary>
    private async Task<Subscriber> FindOrDescribeAsync(NewsDb db, Incoming incoming, CancellationToken cancellationToken)
    {
        if (await db.FindSubscriberAsync(incoming.Chat, cancellationToken) is { } known)
        {
            known.State = SubscriberState.Active;
            await db.LiftPushRestrictionsAsync(known.ChatId, known.ThreadId, cancellationToken);
            return known;
        }

        return new Subscriber
        {
            ChatId = incoming.Chat.ChatId,
            ThreadId = incoming.Chat.ThreadId,
            Kind = incoming.ChatKind,
            Language = Texts.For(LanguageOf(incoming)).Language,
            CreatedAt = time.GetUtcNow(),
        };
    }

    private static string? LanguageOf(Incoming incoming) => incoming switch
    {
        IncomingText text => text.LanguageCode,
        IncomingCallback press => press.LanguageCode,
        _ => null,
    };

    private static long? PersonOf(Incoming incoming) => incoming switch
    {
        IncomingText text => text.UserId,
        IncomingCallback press => press.UserId,
        _ => null,
    };

    private async Task ChangeMembershipAsync(NewsDb db, MembershipChanged change, CancellationToken cancellationToken)
    {
        var known = await db.Subscribers.Where(subscriber => subscriber.ChatId == change.Chat.ChatId).ToListAsync(cancellationToken);
        if (change.CanWrite)
        {
            await db.LiftPushRestrictionsAsync(change.Chat.ChatId, threadId: null, cancellationToken);
        }

        foreach (var subscriber in known)
        {
            await ChangeAsync(db, change, subscriber, cancellationToken);
        }

        if (change is { CanWrite: true, ChatKind: ChatKind.Group or ChatKind.Supergroup } && known.Count == 0)
        {
            var subscriber = await FindOrDescribeAsync(db, change, cancellationToken);
            var call = new CommandCall(db, change, subscriber, "", time.GetUtcNow()) { IsBotAdmin = false };
            await call.KeepSubscriberAsync(cancellationToken);
            call.Reply(call.Texts.WelcomeGroup);
        }
    }

    /// <summary>Who can be written to again is asked once whether they want to see what came meanwhile.</summary>
    private async Task ChangeAsync(NewsDb db, MembershipChanged change, Subscriber subscriber, CancellationToken cancellationToken)
    {
        var wasReachable = subscriber.State == SubscriberState.Active;
        subscriber.State = change.CanWrite ? SubscriberState.Active : SubscriberState.Unreachable;
        if (!change.CanWrite)
        {
            subscriber.UnreachableSince ??= time.GetUtcNow();
            await db.BlockQueuedAsync(subscriber.ChatId, "An update said that the bot was blocked or removed.", time.GetUtcNow(), cancellationToken);
        }
        else if (!wasReachable && subscriber.UnreachableSince is { } since)
        {
            subscriber.UnreachableSince = null;
            var topics = await db.Subscriptions.CountAsync(subscription => subscription.SubscriberId == subscriber.Id, cancellationToken);
            if (topics > 0)
            {
                var question = await WelcomeBackMessage.AskAsync(db, subscriber, topics, since, Texts.For(subscriber.Language), cancellationToken);
                db.Enqueue(subscriber.Address, change.UpdateId, subscriber.ThreadId, question, null, time.GetUtcNow());
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Person {Person} in chat {Chat} tried /{Command}, which is for the people who run the bot")]
        public static partial void NotAnAdmin(ILogger logger, long? person, long chat, string command);
    }
}

/// <summary>Something that came, with what was found out about it before the transaction.</summary>
/// <param name="Incoming">What came.</param>
/// <param name="Request">What it asks for, or null.</param>
/// <param name="IsBotAdmin">Whether the person runs the bot.</param>
/// <param name="MayRun">Whether the person may do that in this chat.</param>
internal sealed record PreparedCall(Incoming Incoming, CommandRequest? Request, bool IsBotAdmin, bool MayRun);
