using NewsBot.Messages;
using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.Outbox.Sending;

/// <summary>A Telegram that answers at once, as a test tells it.</summary>
internal sealed class ScriptedMessenger(Func<ChatAddress, Message, SendOutcome> send, Func<SendOutcome> probe) : IMessenger
{
    public Task<SendOutcome> SendAsync(ChatAddress to, Message message, CancellationToken cancellationToken) => Task.FromResult(send(to, message));

    public Task<SendOutcome> EditAsync(ChatAddress chat, int messageId, Message message, CancellationToken cancellationToken) => Task.FromResult(send(chat, message));

    public Task<SendOutcome> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(probe());

    public Task AnswerPressAsync(string pressId, string? notice, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReadOnlyMemory<byte>?> DownloadAsync(string fileId, int mostBytes, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<AdministratorCheck> CheckAdministratorAsync(long chatId, long userId, CancellationToken cancellationToken) => throw new NotSupportedException();
}
