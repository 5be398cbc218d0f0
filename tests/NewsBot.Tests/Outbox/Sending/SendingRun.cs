using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox.Sending;

/// <summary>The sender's turns on a clock of the test's: it claims, asks a Telegram that answers at once, and records. A restart forgets all but the store.</summary>
internal sealed class SendingRun : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly List<(TimeSpan At, Delivery Delivery, SendOutcome Outcome)> attempts = [];
    private readonly DateTimeOffset start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider time;
    private SendGate traffic = null!;
    private DeliveryClaims claims = null!;
    private DeliveryOutcomeWriter ledger = null!;
    private long carried;

    public SendingRun() => time = new FakeTimeProvider(start);

    public Func<Delivery, SendOutcome> Telegram { get; set; } = delivery => new SendOutcome.Sent((int)delivery.Id);

    /// <summary>Every request so far, and when since the beginning.</summary>
    public IReadOnlyList<(TimeSpan At, Delivery Delivery, SendOutcome Outcome)> Attempts => attempts;

    public IEnumerable<(TimeSpan At, Delivery Delivery, SendOutcome Outcome)> Sent => attempts.Where(one => one.Outcome is SendOutcome.Sent);

    public TimeSpan Now => time.GetUtcNow() - start;

    public NewsDb Open() => store.Open();

    public void Dispose() => store.Dispose();

    public async Task RestartAsync()
    {
        var holds = new SendHolds(store.Factory, time);
        traffic = new SendGate(new SendPacer(new SendLimits(), time), holds, NullLogger<SendGate>.Instance);
        claims = new DeliveryClaims(store.Factory, time, NullLogger<DeliveryClaims>.Instance);
        var effects = new DeliveryOutcomeHandler(Options.Create(new RoleOptions()), time, NullLogger<DeliveryOutcomeHandler>.Instance);
        ledger = new DeliveryOutcomeWriter(store.Factory, holds, effects, time, NullLogger<DeliveryOutcomeWriter>.Instance);
        await traffic.LoadAsync(default);
        await ledger.RecoverAsync(default);
    }

    public async Task OweAsync(Lane lane, params IEnumerable<long> chats)
    {
        await using var db = Open();
        db.Deliveries.AddRange(chats.Select(chat => new Delivery
        {
            ChatId = chat,
            Lane = lane,
            CarriedId = ++carried,
            Body = MessageJson.Write(MessageBuilder.Plain("news")),
            Due = time.GetUtcNow(),
            CreatedAt = time.GetUtcNow(),
        }));
        await db.SaveChangesAsync();
    }

    /// <summary>Takes turns for so long, a step of the clock between two.</summary>
    public async Task RunAsync(TimeSpan length, TimeSpan step)
    {
        for (var end = Now + length; Now < end; time.Advance(step))
        {
            await TurnAsync();
        }
    }

    public void Wait(TimeSpan length) => time.Advance(length);

    private async Task TurnAsync()
    {
        var (replies, bulk) = traffic.Room();
        if (replies + bulk == 0)
        {
            return;
        }

        var ended = new List<Attempt>();
        foreach (var claim in await claims.TakeAsync(replies, bulk, traffic.Closed(), null, default))
        {
            traffic.Begin(claim.Delivery);
            var outcome = Telegram(claim.Delivery);
            attempts.Add((Now, claim.Delivery, outcome));
            ended.Add(new Attempt(claim.Delivery, outcome, traffic.Now, traffic.Now));
        }

        ended.ForEach(traffic.End);
        if (ended.Count > 0)
        {
            await ledger.RecordAsync(ended, default);
        }
    }
}
