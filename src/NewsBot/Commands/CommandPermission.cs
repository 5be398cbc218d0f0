using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>Who may do what. Checked at each command and press: a button carries no authority.</summary>
internal sealed partial class CommandPermission(
    IMessenger messenger, IOptions<RoleOptions> roles, TimeProvider time, ILogger<CommandPermission> logger)
{
    /// <summary>How long an administrator who was demoted may still act.</summary>
    private static readonly TimeSpan CacheDuration = TimeSpan.FromSeconds(60);

    /// <summary>Longer than this nobody waits for the reply to a command.</summary>
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromSeconds(5);

    private const int MaxAttempts = 3;
    private const int MaxCached = 10_000;

    private readonly ConcurrentDictionary<(long Chat, long User), (AdministratorStatus Status, DateTimeOffset Expires)> cache = new();

    /// <summary>Whether the person is one of the bot's admins: by number, never by name, and never as an anonymous administrator.</summary>
    public bool IsBotAdmin(Incoming incoming) => incoming switch
    {
        IncomingText { FromChatItself: false, UserId: { } user } => roles.Value.Admins.Contains(user),
        IncomingCallback press => roles.Value.Admins.Contains(press.UserId),
        _ => false,
    };

    /// <summary>Whether the person may change what the chat follows. May ask Telegram, which takes up to a minute when it hangs.</summary>
    public async Task<AdministratorStatus> CheckAsync(Incoming incoming, CancellationToken cancellationToken) => incoming switch
    {
        { ChatKind: ChatKind.Private } => AdministratorStatus.Administrator,
        IncomingText { FromChatItself: true } => AdministratorStatus.Administrator,
        { PersonId: { } user } => await AskOrRecallAsync(incoming.Chat.ChatId, user, cancellationToken),
        _ => AdministratorStatus.NotAdministrator,
    };

    private async Task<AdministratorStatus> AskOrRecallAsync(long chat, long user, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue((chat, user), out var cached) && cached.Expires > time.GetUtcNow())
        {
            return cached.Status;
        }

        var status = await AskAsync(chat, user, cancellationToken);
        if (status is AdministratorStatus.Administrator or AdministratorStatus.NotAdministrator)
        {
            if (cache.Count >= MaxCached)
            {
                cache.Clear();
            }

            cache[(chat, user)] = (status, time.GetUtcNow() + CacheDuration);
        }
        else
        {
            Log.NotFoundOut(logger, user, chat, status);
        }

        return status;
    }

    private async Task<AdministratorStatus> AskAsync(long chat, long user, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var check = await messenger.CheckAdministratorAsync(chat, user, cancellationToken);
            var delay = check.RetryAfter ?? TimeSpan.FromSeconds(attempt);
            if (check.Status != AdministratorStatus.Unknown || attempt == MaxAttempts || delay > MaxRetryDelay)
            {
                return check.Status;
            }

            await Task.Delay(delay, time, cancellationToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Could not find out whether person {Person} is an administrator of chat {Chat}: {Status}")]
        public static partial void NotFoundOut(ILogger logger, long person, long chat, AdministratorStatus status);
    }
}
