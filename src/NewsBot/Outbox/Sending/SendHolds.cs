using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Outbox.Sending;

/// <summary>
/// Who may not be written to before when, as Telegram asked by 429: in memory for every send, in the store for after a restart,
/// because it can be hours. Not thread-safe: one loop asks and tells.
/// </summary>
internal sealed class SendHolds(IDbContextFactory<NewsDb> stores, TimeProvider time)
{
    private static readonly TimeSpan SameTrouble = TimeSpan.FromSeconds(5);

    // One chat that kept inside its own limits is a sign that the bot itself is meant, and no proof: hours of silence for everyone
    // need a second one, which is asked after this time.
    private static readonly TimeSpan MaxOnOneWord = TimeSpan.FromSeconds(30);

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
    public TimeSpan Everyone =>
        until.TryGetValue(SendHold.Everyone, out var instant) && instant > time.GetUtcNow() ? instant - time.GetUtcNow() : TimeSpan.Zero;

    /// <summary>The chats that are held now.</summary>
    public IReadOnlyList<long> Chats
    {
        get
        {
            var now = time.GetUtcNow();
            return until.Count == 0 ? [] : [.. until.Where(hold => hold.Key != SendHold.Everyone && hold.Value > now).Select(hold => hold.Key)];
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
        var isSecond = lastRefusal is { } last && last.Chat != chat && now < last.Remembered;
        Hold(chat, now + retryAfter);
        if (isSecond)
        {
            Hold(SendHold.Everyone, now + retryAfter);
        }
        else if (withinOwnBudget)
        {
            Hold(SendHold.Everyone, now + (retryAfter < MaxOnOneWord ? retryAfter : MaxOnOneWord));
        }

        lastRefusal = (chat, now + Everyone + SameTrouble);
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
        await db.SendHolds.Where(hold => hold.Until <= now).ExecuteDeleteAsync(cancellationToken);
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
        foreach (var over in until.Where(hold => hold.Value <= now).Select(hold => hold.Key).ToList())
        {
            until.Remove(over);
        }
    }

    /// <summary>A longer hold stands: requests that were on their way when it was asked for end after it, and with less.</summary>
    private void Hold(long chat, DateTimeOffset asked)
    {
        if (!until.TryGetValue(chat, out var standing) || standing < asked)
        {
            until[chat] = asked;
            unsaved.Add(chat);
        }
    }
}
