using NewsBot.Sandbox.BotApi;
using NewsBot.Sandbox.Chats;

namespace NewsBot.Sandbox.Limits;

/// <summary>Admits or refuses each message and edit. Used under <see cref="SandboxWorld.Gate"/>.</summary>
internal sealed class SendLimits(SandboxOptions options, TimeProvider time)
{
    private readonly IRateLimit? global = PerSecond(options.GlobalModel, options.GlobalPerSecond);
    private readonly IRateLimit? paid = PerSecond(options.GlobalModel, options.PaidPerSecond);
    private readonly Dictionary<long, IRateLimit?> messages = [];
    private readonly Dictionary<long, IRateLimit?> edits = [];

    public SendCounters Counters { get; } = new();

    /// <exception cref="CallRefusedException">429, with the whole seconds to wait.</exception>
    public void AdmitMessage(SandboxChat chat, bool isPaid)
    {
        var now = time.GetUtcNow();
        Counters.Arrived(now);
        if (!messages.TryGetValue(chat.Id, out var own))
        {
            messages[chat.Id] = own = chat.Kind == ChatKind.Private
                ? options.PrivatePerSecond == 0 ? null : new TokenBucket(options.PrivatePerSecond, options.PrivateBurst)
                : PerMinute(options.GroupPerMinute);
        }
        Admit(own, isPaid ? paid : global, chat.Id, now);
    }

    /// <exception cref="CallRefusedException">429, with the whole seconds to wait.</exception>
    public void AdmitEdit(SandboxChat chat)
    {
        if (chat.Kind == ChatKind.Private)
        {
            return;
        }
        if (!edits.TryGetValue(chat.Id, out var own))
        {
            edits[chat.Id] = own = PerMinute(options.GroupEditsPerMinute);
        }
        Admit(own, null, chat.Id, time.GetUtcNow());
    }

    private void Admit(IRateLimit? own, IRateLimit? shared, long chatId, DateTimeOffset now)
    {
        var ownWait = own?.Wait(now) ?? TimeSpan.Zero;
        var sharedWait = shared?.Wait(now) ?? TimeSpan.Zero;
        var wait = ownWait > sharedWait ? ownWait : sharedWait;
        if (wait > TimeSpan.Zero)
        {
            Counters.Refused(ownWait > TimeSpan.Zero ? chatId : null);
            throw CallRefusedException.TooManyRequests((int)Math.Ceiling(wait.TotalSeconds));
        }
        own?.Take(now);
        shared?.Take(now);
    }

    private static IRateLimit? PerSecond(RateModel model, int limit) => (limit, model) switch
    {
        (0, _) => null,
        (_, RateModel.FixedWindow) => new FixedWindow(limit, TimeSpan.FromSeconds(1)),
        (_, RateModel.Bucket) => new TokenBucket(limit, limit),
        _ => new SlidingWindow(limit, TimeSpan.FromSeconds(1)),
    };

    private static SlidingWindow? PerMinute(int limit) => limit == 0 ? null : new SlidingWindow(limit, TimeSpan.FromMinutes(1));
}
