using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.BotApi;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox.Sending;

/// <summary>
/// The outbox towards a Sandbox that goes away and comes back: real requests over HTTP and a real store, on a clock of the test's, so
/// that hours pass in moments. A kill forgets the process's memory, and the outcomes of what is on its way with it.
/// </summary>
internal sealed class OutageRun : IAsyncDisposable
{
    private const int Chats = 6;
    private const long FirstChat = 5001;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(40);

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly SandboxServer sandbox;
    private readonly BotApiClient reachable;
    private readonly BotApiClient unreachable;
    private readonly OutageKind kind;
    private RecordingMessenger messenger = null!;
    private DeliverySender sender = null!;
    private DateTimeOffset nextSweep;
    private int number;

    private OutageRun(SandboxServer sandbox, OutageKind kind)
    {
        (this.sandbox, this.kind) = (sandbox, kind);
        reachable = ClientOf(sandbox.Address.ToString(), TimeSpan.FromDays(1));
        unreachable = kind switch
        {
            OutageKind.RefusedConnection => ClientOf($"http://127.0.0.1:{UnusedPort()}", TimeSpan.FromDays(1)),
            OutageKind.DnsFailure => ClientOf("http://no-such-host.invalid", TimeSpan.FromDays(1)),
            OutageKind.TlsFailure => ClientOf(sandbox.Address.ToString().Replace("http:", "https:", StringComparison.Ordinal), TimeSpan.FromDays(1)),
            OutageKind.Hang => ClientOf(sandbox.Address.ToString(), TimeSpan.FromMilliseconds(50)),
            _ => reachable,
        };
    }

    /// <summary>Messages that were on their way when it began.</summary>
    public int InFlight { get; private set; }

    /// <summary>Calls during the outage, and when.</summary>
    public List<(DateTimeOffset At, bool IsProbe)> Calls { get; } = [];

    public static async Task<OutageRun> StartAsync(OutageKind kind)
    {
        var options = new SandboxOptions { GlobalPerSecond = 0, PrivatePerSecond = 0 };
        var run = new OutageRun(await SandboxServer.StartAsync("http://127.0.0.1:0", options), kind);
        await run.AddChatsAsync();
        run.StartProcess();
        await run.EnqueueAsync();
        await run.SettleAsync();
        return run;
    }

    /// <summary>An outage that begins while a message to each chat is on its way.</summary>
    public async Task GoAwayAsync(TimeSpan length, bool killInTheMiddle)
    {
        messenger.Hold();
        await EnqueueAsync();
        for (var round = 0; round < 20; round++, time.Advance(Tick))
        {
            await sender.RunOnceAsync(default);
        }

        InFlight = messenger.Held;
        if (FaultOf(kind) is { } fault)
        {
            await sandbox.Client.AddFaultAsync(new Fault(fault, Times: int.MaxValue, RetryAfter: 5));
        }

        messenger.Change(unreachable.Messenger, Calls);
        messenger.Release();
        var (begin, end) = (time.GetUtcNow(), time.GetUtcNow() + length);
        await RunAsync(begin + (length / 2));
        await EnqueueAsync();
        if (killInTheMiddle)
        {
            time.Advance(TimeSpan.FromSeconds(1)); // a process takes as long to come up
            StartProcess();
            messenger.Change(unreachable.Messenger, Calls);
        }

        await RunAsync(end);
        await EnqueueAsync();
        await sandbox.Client.ClearFaultsAsync();
        messenger.Change(reachable.Messenger, null);
        await SettleAsync();
    }

    /// <summary>How often each message arrived, by its text.</summary>
    public async Task<OutageResult> ResultAsync()
    {
        var arrived = new List<List<string>>();
        for (var chat = FirstChat; chat < FirstChat + Chats; chat++)
        {
            arrived.Add([.. (await sandbox.Client.GetMessagesAsync(chat)).Where(message => message.IsByBot).Select(message => message.Text)]);
        }

        await using var db = store.Open();
        var states = await db.Deliveries.Where(delivery => delivery.Lane != Lane.Digest).Select(delivery => new { delivery.CarriedId, delivery.ChatId, delivery.State }).ToListAsync();
        var texts = states.Select(row => (Text: TextOf(row.ChatId, row.CarriedId), row.State)).ToList();
        var times = arrived.SelectMany(chat => chat).Where(text => text.StartsWith("news", StringComparison.Ordinal)).CountBy(text => text).ToDictionary();
        return new OutageResult(
            Lost: texts.Count(row => row.State != DeliveryState.Expired && !times.ContainsKey(row.Text)),
            Doubled: texts.Count(row => times.GetValueOrDefault(row.Text) > 1),
            MostCopies: times.Values.Max(),
            Expired: texts.Count(row => row.State == DeliveryState.Expired),
            ChatsTold: arrived.Count(chat => chat.Any(text => text.Contains("couldn't reach you", StringComparison.Ordinal))),
            IsInOrder: arrived.All(chat => IsInOrder([.. chat.Where(text => text.StartsWith("news", StringComparison.Ordinal)).Distinct()])),
            Unfinished: states.Count(row => row.State is DeliveryState.Waiting or DeliveryState.Sending));
    }

    public async ValueTask DisposeAsync()
    {
        await reachable.DisposeAsync();
        if (!ReferenceEquals(unreachable, reachable))
        {
            await unreachable.DisposeAsync();
        }

        await sandbox.DisposeAsync();
        store.Dispose();
    }

    private static FaultKind? FaultOf(OutageKind kind) => kind switch
    {
        OutageKind.BadGateway => FaultKind.BadGateway,
        OutageKind.GatewayTimeout => FaultKind.GatewayTimeout,
        OutageKind.HtmlOk => FaultKind.HtmlOk,
        OutageKind.ResetBefore => FaultKind.DropBefore,
        OutageKind.ResetAfter => FaultKind.DropAfter,
        OutageKind.Hang => FaultKind.Hang,
        OutageKind.CutJson => FaultKind.TruncatedBody,
        OutageKind.TooManyRequests => FaultKind.TooManyRequests,
        _ => null,
    };

    private static BotApiClient ClientOf(string address, TimeSpan patience) =>
        new(address, null, TimeProvider.System, new Dictionary<string, string?> { ["Telegram:Token"] = new SandboxOptions().Token }) { Patience = patience };

    private static int UnusedPort()
    {
        using var unused = new TcpListener(IPAddress.Loopback, 0);
        unused.Start();
        return ((IPEndPoint)unused.LocalEndpoint).Port;
    }

    private static string TextOf(long chat, long carried) => $"news for {chat} #{carried:0000}";

    private static bool IsInOrder(List<string> texts) => texts.SequenceEqual(texts.Order(StringComparer.Ordinal));

    private async Task AddChatsAsync()
    {
        await using var db = store.Open();
        for (var chat = FirstChat; chat < FirstChat + Chats; chat++)
        {
            await sandbox.Client.AddPersonAsync(new NewPerson($"Reader {chat}", Id: chat, HasStarted: true));
            db.Subscribers.Add(new Subscriber { ChatId = chat, Language = "en" });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A process that knows nothing but the store.</summary>
    private void StartProcess()
    {
        var holds = new SendHolds(store.Factory, time);
        var handler = new DeliveryOutcomeHandler(Options.Create(new RoleOptions()), time, NullLogger<DeliveryOutcomeHandler>.Instance);
        messenger = new RecordingMessenger(reachable.Messenger, time);
        sender = new DeliverySender(
            new DeliveryClaims(store.Factory, time, NullLogger<DeliveryClaims>.Instance),
            new DeliveryOutcomeWriter(store.Factory, holds, handler, time, NullLogger<DeliveryOutcomeWriter>.Instance),
            new SendGate(new SendPacer(new SendLimits(), time), holds, time, NullLogger<SendGate>.Instance),
            messenger,
            new WorkSignal<Delivery>(),
            NullLogger<DeliverySender>.Instance);
    }

    /// <summary>Two stories for each chat, of use for half an hour.</summary>
    private async Task EnqueueAsync()
    {
        await using var db = store.Open();
        var now = time.GetUtcNow();
        for (var story = 0; story < 2; story++)
        {
            number++;
            db.Deliveries.AddRange(Enumerable.Range(0, Chats).Select(chat => new Delivery
            {
                ChatId = FirstChat + chat,
                Lane = Lane.News,
                CarriedId = number,
                Body = MessageJson.Write(MessageBuilder.Plain(TextOf(FirstChat + chat, number))),
                Due = now,
                CreatedAt = now,
                Expires = now + TimeSpan.FromMinutes(30),
            }));
        }

        await db.SaveChangesAsync();
    }

    private async Task SettleAsync()
    {
        await RunAsync(time.GetUtcNow() + TimeSpan.FromMinutes(1));
        await sender.FlushAsync(default);
    }

    /// <summary>Runs rounds, and lets the clock jump to the next one that can do anything.</summary>
    private async Task RunAsync(DateTimeOffset end)
    {
        while (time.GetUtcNow() < end)
        {
            await SweepAsync();
            var mayHaveMore = await sender.RunOnceAsync(default);
            await sender.WhenIdleAsync();
            if (!mayHaveMore)
            {
                mayHaveMore = await sender.RunOnceAsync(default);
                await sender.WhenIdleAsync();
            }

            var wait = mayHaveMore ? Tick : sender.Wait(TimeSpan.FromSeconds(30));
            wait = wait > Tick ? wait : Tick;
            time.Advance(time.GetUtcNow() + wait < end ? wait : end - time.GetUtcNow());
        }
    }

    private async Task SweepAsync()
    {
        if (time.GetUtcNow() >= nextSweep)
        {
            nextSweep = time.GetUtcNow() + TimeSpan.FromSeconds(30);
            while (await new DeliveryExpiry(store.Factory, time).RunBatchAsync(default))
            {
                // More may be too late.
            }
        }
    }
}

/// <summary>What takes Telegram away.</summary>
public enum OutageKind
{
    BadGateway,
    GatewayTimeout,
    HtmlOk,
    ResetBefore,
    ResetAfter,
    Hang,
    RefusedConnection,
    DnsFailure,
    TlsFailure,
    CutJson,
    TooManyRequests,
}

/// <param name="Lost">Messages that never arrived, and were not too late.</param>
/// <param name="Doubled">Messages that arrived more than once.</param>
/// <param name="MostCopies">How often the most frequent one arrived.</param>
/// <param name="Expired">Messages that were too late.</param>
/// <param name="ChatsTold">Chats that were told of those.</param>
/// <param name="IsInOrder">Whether each chat got its news in the order in which it was enqueued.</param>
/// <param name="Unfinished">Messages that still wait.</param>
internal sealed record OutageResult(int Lost, int Doubled, int MostCopies, int Expired, int ChatsTold, bool IsInOrder, int Unfinished);
