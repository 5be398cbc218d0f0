namespace NewsBot.Sandbox.Updates;

/// <summary>
/// Posts updates to the bot's webhook: one at a time for each order key, again and again until the bot says 2xx or the update expires,
/// as the server of https://github.com/tdlib/telegram-bot-api does.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromSeconds(60);

    // A bot that says 410 all this time does not want to be told any more.
    private static readonly TimeSpan GoneForGood = TimeSpan.FromHours(23);

    private readonly UpdateQueue updates;
    private readonly TimeProvider time;
    private readonly WebhookPost post;
    private readonly WebhookReply reply;
    private readonly Lock gate = new();
    private readonly HashSet<string> busy = [];
    private CancellationTokenSource stopping = new();
    private SemaphoreSlim connections = new(1);
    private DateTimeOffset? goneSince;

    public WebhookSender(SandboxWorld world, WebhookPost post, WebhookReply reply)
    {
        (updates, time, this.post, this.reply) = (world.Updates, world.Time, post, reply);
        updates.Arrived += Drain;
    }

    public WebhookTarget? Target { get; private set; }

    public (DateTimeOffset At, string Why)? LastFailure { get; private set; }

    public void Start(WebhookTarget target)
    {
        Stop();
        lock (gate)
        {
            stopping = new CancellationTokenSource();
            connections = new SemaphoreSlim(target.MaxConnections);
            (Target, LastFailure, goneSince) = (target, null, null);
        }
        foreach (var order in updates.Pending().Select(update => update.Order).Distinct())
        {
            Drain(order);
        }
    }

    public void Stop()
    {
        lock (gate)
        {
            Target = null;
            stopping.Cancel();
            busy.Clear();
        }
    }

    public void Dispose()
    {
        updates.Arrived -= Drain;
        Stop();
        stopping.Dispose();
        connections.Dispose();
    }

    private void Drain(string order)
    {
        lock (gate)
        {
            if (Target is { } target && busy.Add(order))
            {
                _ = DrainAsync(order, target, connections, stopping.Token);
            }
        }
    }

    private async Task DrainAsync(string order, WebhookTarget target, SemaphoreSlim slots, CancellationToken cancellation)
    {
        await Task.Yield();
        var pause = FirstPause;
        while (!cancellation.IsCancellationRequested && Next(order, cancellation) is { } update)
        {
            var answer = await PostAsync(update, target, slots, cancellation);
            if (answer.Failure is null)
            {
                updates.Remove(update.Id);
                pause = FirstPause;
                Note(answer);
                await reply.CarryOutAsync(answer.Call, cancellation);
            }
            else if (!cancellation.IsCancellationRequested)
            {
                Note(answer);
                await Task.Delay(answer.RetryAfter ?? pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < MaxPause ? pause * 2 : MaxPause;
            }
        }
    }

    private async Task<WebhookAnswer> PostAsync(QueuedUpdate update, WebhookTarget target, SemaphoreSlim slots, CancellationToken cancellation)
    {
        await slots.WaitAsync(cancellation);
        try
        {
            return await post.SendAsync(update, target, cancellation);
        }
        finally
        {
            slots.Release();
        }
    }

    private void Note(WebhookAnswer answer)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            LastFailure = answer.Failure is { } failure ? (now, failure) : LastFailure;
            goneSince = answer.IsGone ? goneSince ?? now : null;
            if (now - goneSince >= GoneForGood)
            {
                Stop();
            }
        }
    }

    // An update that arrives between "there is none" and "no longer busy" would wait for the next one: so both happen under the gate.
    private QueuedUpdate? Next(string order, CancellationToken cancellation)
    {
        lock (gate)
        {
            var next = updates.First(order);
            if (next is null && !cancellation.IsCancellationRequested)
            {
                busy.Remove(order);
            }
            return next;
        }
    }
}
