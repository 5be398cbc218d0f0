using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Outbox.Sending;

/// <summary>
/// Who may not be written to before when, as Telegram asked by 429: in memory for every send, in the store for after a restart,
/// because it can be hours. Not thread-safe: one worker asks and tells.
/// </summary>
internal sealed class SendHolds(IDbContextFactory<NewsDb> stores, TimeProvider time)
{
    /// <summary>
    /// The longest hold. Telegram was asked to send nothing for years by mistake before: whatever it says, it is asked again after a
    /// day. What lies further ahead in the store was written before the clock was set back, and is not believed.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly TimeSpan SameRefusal = TimeSpan.FromSeconds(5);

    // One chat that kept inside its own limits suggests that the whole bot is meant and does not prove it: hours of silence for
    // everyone need a second chat, which is tried after this time.
    private static readonly TimeSpan MaxOnOneRefusal = TimeSpan.FromSeconds(30);

    private readonly Dictionary<long, DateTimeOffset> until = [];
    private readonly HashSet<long> unsaved = [];
    private (long Chat, DateTimeOffset Remembered)? lastRefusal;

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        foreach (var hold in await db.SendHolds.ToListAsync(cancellationToken))
        {
            until[hold.ChatId] = hold.Until;
        }
    }

    /// <summary>How long everyone is held; zero when nobody holds them.</summary>
    public TimeSpan Everyone
    {
        get
        {
            var now = time.GetUtcNow();
            return until.TryGetValue(SendHold.Everyone, out var instant) && IsHolding(instant, now) ? instant - now : TimeSpan.Zero;
        }
    }

    /// <summary>The chats that are held now.</summary>
    public IReadOnlyList<long> Chats
    {
        get
        {
            var now = time.GetUtcNow();
            return until.Count == 0 ? [] : [.. until.Where(hold => hold.Key != SendHold.Everyone && IsHolding(hold.Value, now)).Select(hold => hold.Key)];
        }
    }

    /// <summary>
    /// Holds the chat that was refused; everyone, when the chat was inside its own limits or when a second chat is told the same.
    /// Returns whether everyone is held.
    /// </summary>
    /// <param name="chat">The chat that was written to.</param>
    /// <param name="withinOwnBudget">Whether it kept inside its own limits.</param>
    /// <param name="retryAfter">What Telegram said.</param>
    public bool Throttled(long chat, bool withinOwnBudget, TimeSpan retryAfter)
    {
        var now = time.GetUtcNow();
        retryAfter = retryAfter < Longest ? retryAfter : Longest;
        var isSecond = lastRefusal is { } last && last.Chat != chat && now < last.Remembered;
        Hold(chat, now + retryAfter);
        if (isSecond)
        {
            Hold(SendHold.Everyone, now + retryAfter);
        }
        else if (withinOwnBudget)
        {
            Hold(SendHold.Everyone, now + (retryAfter < MaxOnOneRefusal ? retryAfter : MaxOnOneRefusal));
        }

        lastRefusal = (chat, now + Everyone + SameRefusal);
        return isSecond || withinOwnBudget;
    }

    /// <summary>Writes what is new into the caller's transaction, and takes out what is over.</summary>
    public async Task SaveAsync(NewsDb db, CancellationToken cancellationToken)
    {
        if (unsaved.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var longest = now + Longest;
        await db.SendHolds.Where(hold => hold.Until <= now || hold.Until > longest).ExecuteDeleteAsync(cancellationToken);
        var kept = await db.SendHolds.Where(hold => unsaved.Contains(hold.ChatId)).ToDictionaryAsync(hold => hold.ChatId, cancellationToken);
        foreach (var chat in unsaved)
        {
            if (kept.TryGetValue(chat, out var hold))
            {
                hold.Until = until[chat];
            }
            else
            {
                db.SendHolds.Add(new SendHold { ChatId = chat, Until = until[chat] });
            }
        }
    }

    /// <summary>That transaction is committed.</summary>
    public void Saved()
    {
        unsaved.Clear();
        var now = time.GetUtcNow();
        foreach (var over in until.Where(hold => !IsHolding(hold.Value, now)).Select(hold => hold.Key).ToList())
        {
            until.Remove(over);
        }
    }

    private static bool IsHolding(DateTimeOffset until, DateTimeOffset now) => until > now && until - now <= Longest;

    /// <summary>A longer hold stands: requests that were on their way when it was asked for end after it, and with less.</summary>
    private void Hold(long chat, DateTimeOffset asked)
    {
        if (!until.TryGetValue(chat, out var standing) || standing < asked || !IsHolding(standing, time.GetUtcNow()))
        {
            until[chat] = asked;
            unsaved.Add(chat);
        }
    }
}
