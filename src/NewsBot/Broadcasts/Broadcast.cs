using NewsBot.Messages;
using NewsBot.Outbox;

namespace NewsBot.Broadcasts;

/// <summary>An announcement on its way to everyone: what admins decided about it, and how far it is.</summary>
internal sealed class Broadcast
{
    /// <summary>How long a draft can be sent. Later its count and its estimate would be of another day.</summary>
    public static readonly TimeSpan DraftLifetime = TimeSpan.FromDays(1);

    /// <summary>The id of its <see cref="BroadcastContent"/>, which its deliveries carry.</summary>
    public long Id { get; set; }

    /// <summary>Whose draft it is. A person's id is also the id of their private chat, where it is shown.</summary>
    public long AdminId { get; set; }

    public BroadcastState State { get; set; }

    /// <summary>Why it paused by itself; null when people paused it.</summary>
    public string? PausedBecause { get; set; }

    /// <summary>The update whose first answer is the preview.</summary>
    public long PreviewUpdateId { get; set; }

    /// <summary>How many it was for when somebody looked last. Once all are enqueued, the deliveries tell.</summary>
    public int Recipients { get; set; }

    /// <summary>The newest subscriber when it was sent: who comes later is no recipient.</summary>
    public long LastSubscriberId { get; set; }

    /// <summary>The last subscriber that it is enqueued for.</summary>
    public long Cursor { get; set; }

    /// <summary>When it was enqueued for every recipient.</summary>
    public DateTimeOffset? OwedAt { get; set; }

    /// <summary>The message of the bot's that shows how far it is; null for none.</summary>
    public int? ProgressMessageId { get; set; }

    /// <summary>When progress was told last, and how many deliveries had ended by then.</summary>
    public DateTimeOffset? ProgressAt { get; set; }

    public int EndedAtProgress { get; set; }

    /// <summary>Messages to the admin about its progress so far; they are numbered by it.</summary>
    public int Reports { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? StartedAt { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public ChatAddress Admin => new(AdminId);

    /// <summary>Whether it was sent and is not over.</summary>
    public bool IsRunning => State is BroadcastState.Sending or BroadcastState.Paused;

    /// <summary>Notes that progress was told.</summary>
    public void Told(BroadcastFigures figures, DateTimeOffset now)
    {
        ProgressAt = now;
        EndedAtProgress = figures.Ended;
    }
}
