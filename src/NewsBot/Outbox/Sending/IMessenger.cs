using NewsBot.Messages;

namespace NewsBot.Outbox.Sending;

/// <summary>The edge of the process towards the chats.</summary>
internal interface IMessenger
{
    /// <summary>Sends a new message. Never throws for what Telegram or the network answers.</summary>
    Task<SendOutcome> SendAsync(ChatAddress to, Message message, CancellationToken cancellationToken);

    /// <summary>Replaces the text and buttons of a message of the bot's. A message that already is so counts as sent.</summary>
    Task<SendOutcome> EditAsync(ChatAddress chat, int messageId, Message message, CancellationToken cancellationToken);

    /// <summary>Asks Telegram something without an effect, to find out whether it answers. Never throws for what Telegram or the network answers.</summary>
    Task<SendOutcome> ProbeAsync(CancellationToken cancellationToken);

    /// <summary>Ends the waiting sign on a pressed button, with a short notice or none. Best effort.</summary>
    Task AnswerPressAsync(string pressId, string? notice, CancellationToken cancellationToken);

    /// <summary>A file that somebody sent; null when it could not be downloaded, or is larger than <paramref name="mostBytes"/>.</summary>
    Task<ReadOnlyMemory<byte>?> DownloadAsync(string fileId, int mostBytes, CancellationToken cancellationToken);

    /// <summary>Asks once whether the person is an administrator of the chat; that it could not be found out is an answer of its own.</summary>
    Task<AdministratorCheck> CheckAdministratorAsync(long chatId, long userId, CancellationToken cancellationToken);
}
