namespace NewsBot.Messages;

internal sealed partial class English
{
    public override string NoAnnouncementsButton => "No more announcements";

    public override string AnnouncementsButton(bool on) => on ? "Turn them on" : "Turn them off";

    public override string AnnouncementsState(bool on) => on
        ? "This chat gets the announcements of the people who run me."
        : "This chat gets no announcements of the people who run me.";

    public override string AnnouncementsTurned(bool on) => on
        ? "Announcements are on. /announcements off turns them off."
        : "Announcements are off; the news goes on. /announcements on turns them on again.";

    public override string AnnouncementsNotUnderstood => "Write /announcements on or /announcements off.";

    public override string BroadcastHowTo =>
        "Write /broadcast and the text behind it. Or send me anything else (a photo, a document, a poll) and reply to it with /broadcast: "
        + "everyone gets a copy.\n\nI show it to you first. Nothing goes out before you press Send.";

    public override string BroadcastInPrivate => "Please write /broadcast to me in our private chat: the draft is for you alone.";

    public override string BroadcastNoCaption =>
        "To send a photo or a document to everyone, send it to me without the command first, and then reply to it with /broadcast.";

    public override string BroadcastTooLong(int characters, int most) =>
        $"The text has {Number(characters)} characters. A message can have {Number(most)}: please shorten it.";

    public override string BroadcastDraft(int recipients, TimeSpan duration) => recipients == 0
        ? "Above is the announcement. Nobody would get it: no chat that I can write to wants announcements."
        : $"Above is the announcement as {Chats(recipients)} will get it. Sending takes {About(duration)}; news goes first.";

    public override string BroadcastSendButton(int recipients) => $"Send to {Chats(recipients)}";

    public override string BroadcastTestButton => "Test to me";

    public override string BroadcastDropButton => "Cancel";

    public override string BroadcastTested => "This is how it arrives.";

    public override string BroadcastDropped => "This draft was cancelled. Nothing was sent.";

    public override string BroadcastReplaced => "A newer draft took the place of this one. Nothing of this one was sent.";

    public override string BroadcastTooOld => "This draft is more than a day old and was not sent. Please make a new one with /broadcast.";

    public override string BroadcastSentAlready => "It was sent already, once.";

    public override string BroadcastNotYours => "This draft belongs to somebody else.";

    public override string BroadcastNotFound => "I know nothing of that announcement any more.";

    public override string BroadcastPreviewFailed(string why) =>
        $"Nothing was sent: Telegram would not even show you the preview. It says: {why}";

    public override string BroadcastSending(long number, BroadcastFigures figures, TimeSpan left) =>
        $"Announcement {number} is on its way: {Progress(figures)}, {About(left)} left.\n{Outcomes(figures)}";

    public override string BroadcastPaused(long number, BroadcastFigures figures, string? because) =>
        (because is null
            ? $"Announcement {number} is paused: {Progress(figures)}."
            : $"Announcement {number} has paused itself, because one chat after another refused it: {because}\nSo far: {Progress(figures)}.")
        + $"\n{Outcomes(figures)}";

    public override string BroadcastCancelling(long number) => $"Announcement {number} is cancelled. The report comes when what was on its way has ended.";

    public override string BroadcastReport(long number, bool wasCancelled, BroadcastFigures figures, TimeSpan duration) =>
        $"Announcement {number} {(wasCancelled ? "was cancelled" : "is done")}.\n\n"
        + $"Recipients: {Number(figures.Recipients)}\n"
        + $"Sent: {Number(figures.Sent)}\n"
        + $"Blocked: {Number(figures.Blocked)}\n"
        + $"Failed: {Number(figures.Failed)}{(figures.FailedBecause is { } why ? $" (mostly: {why})" : "")}\n"
        + $"Unknown: {Number(figures.Unknown)}{(figures.Unknown > 0 ? " (the answer was lost, and nobody shall get it twice)" : "")}\n"
        + $"Cancelled: {Number(figures.Cancelled)}\n"
        + (figures.Expired > 0 ? $"Too late: {Number(figures.Expired)} (not sent within Broadcasts:Lifetime)\n" : "")
        + $"Duration: {Exactly(duration)}";

    public override string BroadcastOver => "This announcement is over.";

    public override string BroadcastPauseButton => "Pause";

    public override string BroadcastStopButton => "Cancel…";

    public override string BroadcastResumeButton => "Resume";

    public override string BroadcastCancelButton(int left) => $"Cancel for the {Chats(left)} left";

    public override string BroadcastsTitle => "The last announcements:";

    public override string BroadcastsNone => "There was no announcement yet. /broadcast makes one.";

    public override string BroadcastCopy => "a copied message";

    public override string BroadcastListed(long number, DateTimeOffset at, string state) => $"{number} · {Instant(at)} · {state}";

    public override string BroadcastStateDraft => "a draft";

    public override string BroadcastStateDropped => "a draft that was not sent";

    public override string BroadcastStateSending(BroadcastFigures figures) => $"on its way, {Progress(figures)}";

    public override string BroadcastStatePaused(BroadcastFigures figures) => $"paused, {Progress(figures)}";

    public override string BroadcastStateCancelled(BroadcastFigures figures) => $"cancelled, sent to {Number(figures.Sent)} of {Number(figures.Recipients)}";

    public override string BroadcastStateDone(BroadcastFigures figures) => $"done, sent to {Number(figures.Sent)} of {Number(figures.Recipients)}";

    public override string BroadcastShowButton(long number) => $"Show {number}";

    private string Chats(int number) => $"{Number(number)} {(number == 1 ? "chat" : "chats")}";

    private string Progress(BroadcastFigures figures)
    {
        var percent = figures.Recipients == 0 ? 100 : (int)(100L * figures.Ended / figures.Recipients);
        return $"{Number(figures.Ended)} of {Number(figures.Recipients)} ({percent} %)";
    }

    private string Outcomes(BroadcastFigures figures) =>
        $"Sent {Number(figures.Sent)} · blocked {Number(figures.Blocked)} · failed {Number(figures.Failed)} · unknown {Number(figures.Unknown)}";

    private static string About(TimeSpan span) => span < TimeSpan.FromMinutes(1) ? "less than a minute" : $"about {Exactly(span)}";

    private static string Exactly(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{(int)Math.Ceiling(span.TotalSeconds)} s",
        { TotalMinutes: < 10 } => $"{(int)span.TotalMinutes} min {span.Seconds} s",
        { TotalHours: < 1 } => $"{(int)span.TotalMinutes} min",
        _ => $"{(int)span.TotalHours} h {span.Minutes} min",
    };
}
