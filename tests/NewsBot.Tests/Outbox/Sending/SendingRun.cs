using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox.Sending;

/// <summary>The sender's rounds on a clock of the test's, towards a Telegram that answers at once. A restart forgets all but the store.</summary>
internal sealed class SendingRun : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly Dictionary<string, Delivery> enqueued = [];
    private readonly List<(TimeSpan At, Delivery Delivery, SendOutcome Outcome)> attempts = [];
    private readonly DateTimeOffset start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider time;
    private readonly Lock gate = new();
    private DeliverySender sender = null!;

    public SendingRun() => time = new FakeTimeProvider(start);

    public Func<Delivery, SendOutcome> Telegram { get; set; } = delivery => new SendOutcome.Sent((int)delivery.Id);

    public Func<SendOutcome> Probe { get; set; } = () => new SendOutcome.Sent(0);

    /// <summary>When each probe was sent, since the beginning.</summary>
    public List<TimeSpan> Probes { get; } = [];

    /// <summary>Every request so far, and when since the beginning.</summary>
    public IReadOnlyList<(TimeSpan At, Delivery Delivery, SendOutcome Outcome)> Attempts => attempts;

    public IEnumerable<(TimeSpan At, Delivery Delivery, SendOutcome Outcome)> Sent => attempts.Where(attempt => attempt.Outcome is SendOutcome.Sent);

    public TimeSpan Now => time.GetUtcNow() - start;

    public string? Problem => sender.Problem;

    public NewsDb Open() => store.Open();

    public void Dispose() => store.Dispose();

    public async Task RestartAsync()
    {
        var holds = new SendHolds(store.Factory, time);
        var handler = new DeliveryOutcomeHandler(Options.Create(new RoleOptions()), time, NullLogger<DeliveryOutcomeHandler>.Instance);
        sender = new DeliverySender(
            new DeliveryClaims(store.Factory, time, NullLogger<DeliveryClaims>.Instance),
            new DeliveryOutcomeWriter(store.Factory, holds, handler, time, NullLogger<DeliveryOutcomeWriter>.Instance),
            new SendGate(new SendPacer(new SendLimits(), time), holds, time, NullLogger<SendGate>.Instance),
            new ScriptedMessenger(Answer, AnswerProbe),
            new WorkSignal<Delivery>(),
            NullLogger<DeliverySender>.Instance);
        await sender.RunOnceAsync(default);
        await sender.WhenIdleAsync();
    }

    public async Task OweAsync(Lane lane, params IEnumerable<long> chats)
    {
        await using var db = Open();
        foreach (var chat in chats)
        {
            var text = $"news {enqueued.Count + 1}";
            enqueued.Add(text, new Delivery
            {
                ChatId = chat,
                Lane = lane,
                CarriedId = enqueued.Count + 1,
                Body = MessageJson.Write(MessageBuilder.Plain(text)),
                Due = time.GetUtcNow(),
                CreatedAt = time.GetUtcNow(),
            });
            db.Deliveries.Add(enqueued[text]);
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Runs rounds for so long, a step of the clock between two.</summary>
    public async Task RunAsync(TimeSpan length, TimeSpan step)
    {
        for (var end = Now + length; Now < end; time.Advance(step))
        {
            await sender.RunOnceAsync(default);
            await sender.WhenIdleAsync();
        }

        await sender.FlushAsync(default);
    }

    public void Wait(TimeSpan length) => time.Advance(length);

    private SendOutcome Answer(ChatAddress chat, Message message)
    {
        lock (gate)
        {
            var delivery = enqueued[message.PlainText()];
            var outcome = Telegram(delivery);
            attempts.Add((Now, delivery, outcome));
            return outcome;
        }
    }

    private SendOutcome AnswerProbe()
    {
        lock (gate)
        {
            Probes.Add(Now);
            return Probe();
        }
    }
}
