using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Outbox;

/// <summary>Who may not be written to before when. In memory for every send, in the store for after a restart.</summary>
internal sealed class SendHolds(IDbContextFactory<NewsDb> stores, TimeProvider time)
{
    private static readonly TimeSpan SameTrouble = TimeSpan.FromSeconds(5);

    private readonly Dictionary<long, DateTimeOffset> until = [];
    private (long Chat, DateTimeOffset At)? lastRefusal;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        foreach (var hold in await db.SendHolds.ToListAsync(cancellationToken))
        {
            until[hold.ChatId] = hold.Until;
        }
    }

    /// <summary>How long everyone is held; zero when nobody holds them.</summary>
    public TimeSpan Everyone =>
        until.TryGetValue(SendHold.Everyone, out var instant) && instant > time.GetUtcNow() ? instant - time.GetUtcNow() : TimeSpan.Zero;

    /// <summary>The chats that are held now.</summary>
    public IReadOnlyList<long> Chats =>
        [.. until.Where(hold => hold.Key != SendHold.Everyone && hold.Value > time.GetUtcNow()).Select(hold => hold.Key)];

    /// <summary>
    /// Whom a 429 is about: the chat alone, or everyone when the chat was inside its own limits, or when a second chat is told the
    /// same within 5 s.
    /// </summary>
    public long WhomAbout(long chat, bool withinOwnBudget)
    {
        var now = time.GetUtcNow();
        var second = lastRefusal is { } last && last.Chat != chat && now - last.At < SameTrouble;
        lastRefusal = (chat, now);
        return withinOwnBudget || second ? SendHold.Everyone : chat;
    }

    /// <summary>
    /// Holds a chat, or everyone, and writes it into the caller's transaction. A longer hold stands: requests that were on their way
    /// when it was asked for end after it, and with less.
    /// </summary>
    public async Task HoldAsync(NewsDb db, long chat, TimeSpan duration, CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow() + duration;
        var instant = until.TryGetValue(chat, out var standing) && standing > asked ? standing : asked;
        until[chat] = instant;
        if (await db.SendHolds.FindAsync([chat], cancellationToken) is { } hold)
        {
            hold.Until = instant;
            return;
        }

        db.SendHolds.Add(new SendHold { ChatId = chat, Until = instant });
    }
}
