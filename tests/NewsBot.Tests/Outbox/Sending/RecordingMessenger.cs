using NewsBot.Messages;
using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.Outbox.Sending;

/// <summary>Passes requests on to a real messenger, can keep them on their way for a while, and notes when each was made.</summary>
internal sealed class RecordingMessenger(IMessenger first, TimeProvider time) : IMessenger
{
    private readonly Lock gate = new();
    private volatile IMessenger inner = first;
    private List<(DateTimeOffset At, bool IsProbe)>? calls;
    private TaskCompletionSource? hold;
    private int held;

    /// <summary>Requests that are kept.</summary>
    public int Held => Volatile.Read(ref held);

    /// <summary>Keeps what comes from now on.</summary>
    public void Hold() => hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets go what is kept: to the messenger of the moment.</summary>
    public void Release()
    {
        hold!.SetResult();
        hold = null;
    }

    /// <summary>Passes requests to another one from now on, and notes them there.</summary>
    public void Change(IMessenger next, List<(DateTimeOffset At, bool IsProbe)>? noted)
    {
        lock (gate)
        {
            (inner, calls) = (next, noted);
        }
    }

    public async Task<SendOutcome> SendAsync(ChatAddress to, Message message, CancellationToken cancellationToken)
    {
        await NoteAsync(isProbe: false);
        return await inner.SendAsync(to, message, cancellationToken);
    }

    public async Task<SendOutcome> EditAsync(ChatAddress chat, int messageId, Message message, CancellationToken cancellationToken)
    {
        await NoteAsync(isProbe: false);
        return await inner.EditAsync(chat, messageId, message, cancellationToken);
    }

    public async Task<SendOutcome> ProbeAsync(CancellationToken cancellationToken)
    {
        await NoteAsync(isProbe: true);
        return await inner.ProbeAsync(cancellationToken);
    }

    public Task AnswerPressAsync(string pressId, string? notice, CancellationToken cancellationToken) => inner.AnswerPressAsync(pressId, notice, cancellationToken);

    public Task<ReadOnlyMemory<byte>?> DownloadAsync(string fileId, int mostBytes, CancellationToken cancellationToken) => inner.DownloadAsync(fileId, mostBytes, cancellationToken);

    public Task<AdministratorCheck> CheckAdministratorAsync(long chatId, long userId, CancellationToken cancellationToken) =>
        inner.CheckAdministratorAsync(chatId, userId, cancellationToken);

    private Task NoteAsync(bool isProbe)
    {
        lock (gate)
        {
            calls?.Add((time.GetUtcNow(), isProbe));
        }

        if (hold is not { } kept)
        {
            return Task.CompletedTask;
        }

        Interlocked.Increment(ref held);
        return kept.Task;
    }
}
