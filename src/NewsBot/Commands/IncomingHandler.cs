using Microsoft.EntityFrameworkCore;
using NewsBot.Commands.Following;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Pushes;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>Carries out what an update from a chat asks for. The caller saves.</summary>
internal sealed partial class IncomingHandler(
    CommandTable table,
    CommandPermission permission,
    TimeProvider time,
    ILogger<IncomingHandler> logger)
{
    /// <summary>What it asks for; null where it asks for nothing.</summary>
    public CommandRequest? Understand(Incoming incoming, string botName) => table.Understand(incoming, botName);

    /// <summary>Checks who may. May ask Telegram and take long, so it runs neither in the chat's turn nor in a transaction.</summary>
    public async Task<PreparedCall> PrepareAsync(Incoming incoming, CommandRequest? request, CancellationToken cancellationToken)
    {
        var isBotAdmin = permission.IsBotAdmin(incoming);
        if (request?.Command?.Audience == CommandAudience.BotAdmins && !isBotAdmin)
        {
            Log.NotAnAdmin(logger, incoming.PersonId, incoming.Chat.ChatId, request.Name);
            request = null; // Others are not even told that it exists.
        }

        var permitted = request?.Command?.Audience == CommandAudience.WhoMayChange && incoming is not IncomingCallback { IsMessageGone: true }
            ? await permission.CheckAsync(incoming, cancellationToken)
            : AdministratorStatus.Administrator;
        return new PreparedCall(incoming, request, isBotAdmin, permitted);
    }

    /// <summary>Carries it out; may leave a transaction open, for the caller to commit. Returns the notice for a press, or null.</summary>
    public async Task<string?> RunAsync(NewsDb db, PreparedCall prepared, CancellationToken cancellationToken)
    {
        switch (prepared.Incoming)
        {
            case MembershipChanged change:
                await db.Database.BeginTransactionAsync(cancellationToken);
                await ChangeMembershipAsync(db, change, cancellationToken);
                return null;
            case ChatMigrated migrated:
                await db.Database.BeginTransactionAsync(cancellationToken);
                await DeliveryOutcomeHandler.MoveChatAsync(db, migrated.Chat.ChatId, migrated.ToChatId, cancellationToken);
                return null;
            case var incoming when prepared.Request is not null:
                return await RunCommandAsync(db, incoming, prepared.Request, prepared, cancellationToken);
            default:
                return null;
        }
    }

    /// <summary>Tells the chat that something went wrong.</summary>
    public void Apologise(NewsDb db, Incoming incoming) => Tell(db, incoming, Texts.For(incoming.PersonLanguage).SomethingWentWrong);

    /// <summary>Tells who sent too much at once to slow down.</summary>
    public void TellToSlowDown(NewsDb db, Incoming incoming) => Tell(db, incoming, Texts.For(incoming.PersonLanguage).TooMuchAtOnce);

    private void Tell(NewsDb db, Incoming incoming, string sentence) =>
        db.Enqueue(incoming.Chat, incoming.UpdateId, 0, MessageBuilder.Plain(sentence), null, time.GetUtcNow());

    private async Task<string?> RunCommandAsync(
        NewsDb db,
        Incoming incoming,
        CommandRequest request,
        PreparedCall prepared,
        CancellationToken cancellationToken)
    {
        var subscriber = await FindOrDescribeAsync(db, incoming, cancellationToken);
        var call = new CommandCall(db, incoming, subscriber, request.Argument, time.GetUtcNow()) { IsBotAdmin = prepared.IsBotAdmin };
        if (incoming is IncomingCallback { IsMessageGone: true })
        {
            call.Refuse(call.Texts.MessageIsGone);
        }
        else if (RefusalOf(prepared.Permission, call.Texts) is { } refusal)
        {
            call.Refuse(refusal);
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

    private static string? RefusalOf(AdministratorStatus status, Texts texts) => status switch
    {
        AdministratorStatus.Administrator => null,
        AdministratorStatus.NotAdministrator => texts.OnlyChatAdministrators,
        AdministratorStatus.MembersHidden => texts.MakeMeAdministrator,
        _ => texts.CouldNotCheckAdministrator,
    };

    /// <summary>The chat's subscriber, or a new one that is not stored yet. A chat that writes can be written to.</summary>
    private async Task<Subscriber> FindOrDescribeAsync(NewsDb db, Incoming incoming, CancellationToken cancellationToken)
    {
        if (await db.FindSubscriberAsync(incoming.Chat, cancellationToken) is { } known)
        {
            known.State = SubscriberState.Active;
            await LiftRestrictionsAsync(db, known, cancellationToken);
            return known;
        }

        return new Subscriber
        {
            ChatId = incoming.Chat.ChatId,
            ThreadId = incoming.Chat.ThreadId,
            Kind = incoming.ChatKind,
            Language = Texts.For(incoming.PersonLanguage).Language,
            CreatedAt = time.GetUtcNow(),
        };
    }

    /// <summary>Hardly any chat is restricted: the write lock is taken only for those.</summary>
    private static async Task LiftRestrictionsAsync(NewsDb db, Subscriber subscriber, CancellationToken cancellationToken)
    {
        if (await db.PushRestrictions.AnyAsync(restriction => restriction.ChatId == subscriber.ChatId && restriction.ThreadId == subscriber.ThreadId, cancellationToken))
        {
            _ = db.Database.CurrentTransaction ?? await db.Database.BeginTransactionAsync(cancellationToken);
            await db.LiftPushRestrictionsAsync(subscriber.ChatId, subscriber.ThreadId, cancellationToken);
        }
    }

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

    /// <summary>A chat that can be written to again is asked once whether it wants to see what it missed.</summary>
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
                db.Enqueue(subscriber.Address, change.UpdateId, WelcomeBackMessage.Part, question, null, time.GetUtcNow());
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Person {Person} in chat {Chat} tried /{Command}, which is for the bot's admins alone")]
        public static partial void NotAnAdmin(ILogger logger, long? person, long chat, string command);
    }
}

/// <summary>An update with what was found out about it before it is carried out.</summary>
/// <param name="Incoming">The update.</param>
/// <param name="Request">What it asks for, or null.</param>
/// <param name="IsBotAdmin">Whether the person is one of the bot's admins.</param>
/// <param name="Permission">Whether the person may do that in this chat.</param>
internal sealed record PreparedCall(
    Incoming Incoming, CommandRequest? Request, bool IsBotAdmin, AdministratorStatus Permission = AdministratorStatus.Administrator);
