using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>Who may do what. Asked anew at each command and press: a button carries no authority.</summary>
internal sealed class CommandPermission(IMessenger messenger, IOptions<RoleOptions> roles)
{
    /// <summary>Whether the person runs the bot: by number, never by name, and never as an anonymous administrator.</summary>
    public bool IsBotAdmin(Incoming incoming) => incoming switch
    {
        IncomingText { FromChatItself: false, UserId: { } user } => roles.Value.Admins.Contains(user),
        IncomingCallback press => roles.Value.Admins.Contains(press.UserId),
        _ => false,
    };

    /// <summary>Whether the person may change what the chat follows. May ask Telegram.</summary>
    public async Task<bool> MayChangeAsync(Incoming incoming, CancellationToken cancellationToken) => incoming switch
    {
        { ChatKind: ChatKind.Private } => true,
        IncomingText { FromChatItself: true } => true,
        IncomingText { UserId: { } user } => await messenger.IsAdministratorAsync(incoming.Chat.ChatId, user, cancellationToken),
        IncomingCallback press => await messenger.IsAdministratorAsync(incoming.Chat.ChatId, press.UserId, cancellationToken),
        _ => false,
    };
}
