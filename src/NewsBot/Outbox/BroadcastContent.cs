using NewsBot.Messages;
using NewsBot.Outbox.Sending;

namespace NewsBot.Outbox;

/// <summary>What the bot's admins say to everyone: stored once, however many deliveries of <see cref="Lane.Broadcast"/> carry its id.</summary>
internal sealed class BroadcastContent
{
    /// <summary>
    /// Refusals in a row after which the fault must lie in what is said and not in who is told. Chats that cannot be written to are
    /// no refusals, so ten different chats have said the same.
    /// </summary>
    public const int MaxRefusalsInARow = 10;

    public long Id { get; set; }

    /// <summary>The message as JSON, without the button that every reader gets in their own language.</summary>
    public required string Body { get; set; }

    /// <summary>Whether its deliveries may go out. Asked before each of them, so that closing it stops all but those in flight.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Deliveries refused since the last one that was sent.</summary>
    public int RefusalsInARow { get; set; }

    /// <summary>Why it was closed by itself; null when people did it.</summary>
    public string? ClosedBecause { get; set; }

    /// <summary>The message exactly as a reader of this language gets it.</summary>
    public Message Say(Texts texts) =>
        MessageJson.Read(Body) with { Rows = [[new Button(texts.NoAnnouncementsButton, "announcements:off")]] };

    /// <summary>Counts an outcome. Closes the announcement when it is refused by one chat after another.</summary>
    public void Count(SendOutcome outcome)
    {
        RefusalsInARow = outcome is SendOutcome.Rejected ? RefusalsInARow + 1 : 0;
        if (outcome is SendOutcome.Rejected rejected && RefusalsInARow >= MaxRefusalsInARow && IsOpen)
        {
            IsOpen = false;
            ClosedBecause = rejected.Why;
        }
    }
}
