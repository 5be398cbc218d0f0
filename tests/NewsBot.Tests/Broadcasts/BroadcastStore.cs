using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Broadcasts;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Broadcasts;

/// <summary>A store with subscribers, and a broadcast that is taken through it by hand.</summary>
internal sealed class BroadcastStore : IDisposable
{
    public const long Admin = 7;

    private readonly TemporaryStore store = new();
    private int update;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    public NewsDb Open() => store.Open();

    /// <summary>Private chats that can be written to, with ids from the first on.</summary>
    public async Task AddChatsAsync(long first, int count)
    {
        await using var db = Open();
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < {count})
            INSERT INTO "Subscribers" ("ChatId", "ThreadId", "Kind", "State", "Language", "CreatedAt", "AnnouncementsOff")
            SELECT {first} + n, 0, 0, 0, 'en', 0, 0 FROM number
            """,
            Stop);
    }

    public async Task AddAsync(long chat, SubscriberState state = SubscriberState.Active, bool announcementsOff = false, int thread = 0)
    {
        await using var db = Open();
        db.Subscribers.Add(new Subscriber { ChatId = chat, ThreadId = thread, State = state, Language = "en", AnnouncementsOff = announcementsOff });
        await db.SaveChangesAsync(Stop);
    }

    public async Task<long> DraftAsync(string text = "Hello")
    {
        await using var db = Open();
        var (draft, _) = await db.DraftAsync(Admin, ++update, MessageBuilder.Plain(text), await db.CountRecipientsAsync(Stop), Time.GetUtcNow(), Stop);
        await db.SaveChangesAsync(Stop);
        return draft.Id;
    }

    /// <summary>Drafts one and sends it, with message 5 to tell its progress by.</summary>
    public async Task<long> StartAsync()
    {
        var id = await DraftAsync();
        await ChangeAsync(id, async (db, draft) =>
        {
            await db.StartAsync(draft, await db.CountRecipientsAsync(Stop), Time.GetUtcNow(), Stop);
            draft.ProgressMessageId = 5;
            draft.ProgressAt = Time.GetUtcNow();
        });
        return id;
    }

    public async Task ChangeAsync(long id, Func<NewsDb, Broadcast, Task> change)
    {
        await using var db = Open();
        await change(db, await db.Broadcasts.SingleAsync(broadcast => broadcast.Id == id, Stop));
        await db.SaveChangesAsync(Stop);
    }

    /// <summary>One step, by a process that knows nothing of the last one.</summary>
    public Task<bool> StepAsync(long id)
    {
        var progress = new BroadcastProgress(Options.Create(new SendLimits()), Time);
        return new BroadcastSteps(store.Factory, progress, Options.Create(new BroadcastOptions()), Time, NullLogger<BroadcastSteps>.Instance).StepAsync(id, Stop);
    }

    public async Task StepToRestAsync(long id)
    {
        while (await StepAsync(id))
        {
            // More can follow at once.
        }
    }

    /// <summary>Ends so many of the deliveries that wait.</summary>
    public async Task EndAsync(int count, DeliveryState state)
    {
        await using var db = Open();
        await db.Deliveries.Where(delivery => delivery.Lane == Lane.Broadcast && delivery.State == DeliveryState.Waiting).OrderBy(delivery => delivery.Id).Take(count)
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, state).SetProperty(delivery => delivery.Reason, "Bad Request: why not"), Stop);
    }

    public async Task<Broadcast> ReadAsync(long id)
    {
        await using var db = Open();
        return await db.Broadcasts.SingleAsync(broadcast => broadcast.Id == id, Stop);
    }

    /// <summary>What waits to be told the admin; it counts as sent then.</summary>
    public async Task<IReadOnlyList<(string Text, int? Edits)>> ToldAsync()
    {
        await using var db = Open();
        var told = await db.Deliveries.Where(delivery => delivery.ChatId == Admin && delivery.State == DeliveryState.Waiting).OrderBy(delivery => delivery.Id).ToListAsync(Stop);
        told.ForEach(delivery => delivery.State = DeliveryState.Sent);
        await db.SaveChangesAsync(Stop);
        return [.. told.Select(delivery => (MessageJson.Read(delivery.Body!).PlainText(), delivery.EditsMessageId))];
    }
}
