namespace NewsBot.Messages;

internal sealed partial class English
{
    public override string NoAnnouncementsButton => "No more announcements";

    public override string AnnouncementsButton(bool on) => on ? "Turn them on" : "Turn them off";

    public override string AnnouncementsState(bool on) => on
        ? "This chat gets announcements from this bot's admins."
        : "This chat gets no announcements from this bot's admins.";

    public override string AnnouncementsTurned(bool on) => on
        ? "Announcements are on. Send /announcements off to turn them off."
        : "Announcements are off; news continues. Send /announcements on to turn them back on.";

    public override string AnnouncementsNotUnderstood => "Send /announcements on or /announcements off.";

    public override string BroadcastHowTo =>
        "Put your text after /broadcast. Or send me anything else (a photo, a document, a poll) and reply to it with /broadcast, "
        + "and everyone gets a copy.\n\nYou'll see a preview first. Nothing is sent until you press Send.";

    public override string BroadcastInPrivate => "Please send /broadcast in our private chat: only you should see the draft.";

    public override string BroadcastNoCaption =>
        "To send everyone a photo or a document, send it to me without the command first, then reply to it with /broadcast.";

    public override string BroadcastTooLong(int characters, int most) =>
        $"Your text has {Number(characters)} characters, but a message can have at most {Number(most)}. Please shorten it.";

    public override string BroadcastDraft(int recipients, TimeSpan duration) => recipients == 0
        ? "Here's your announcement. Nobody would get it right now: every chat I can write to has announcements turned off."
        : $"This is the announcement {Chats(recipients)} will get. Sending takes {About(duration)}; news goes first.";

    public override string BroadcastSendButton(int recipients) => $"Send to {Chats(recipients)}";

    public override string BroadcastTestButton => "Send me a test";

    public override string BroadcastDropButton => "Cancel";

    public override string BroadcastTested => "This is what they'll get.";

    public override string BroadcastDropped => "Draft cancelled. Nothing was sent.";

    public override string BroadcastReplaced => "A newer draft replaced this one, which wasn't sent.";

    public override string BroadcastTooOld => "This draft is more than a day old and wasn't sent. Please make a new one with /broadcast.";

    public override string BroadcastSentAlready => "This was already sent.";

    public override string BroadcastNotYours => "This is another admin's draft.";

    public override string BroadcastNotFound => "I can't find that announcement anymore. /broadcasts lists the recent ones.";

    public override string BroadcastPreviewFailed(string why) =>
        $"Nothing was sent, because Telegram refused the preview: {why}";

    public override string BroadcastSending(long number, BroadcastFigures figures, TimeSpan left) =>
        $"Announcement {number} is being sent: {Progress(figures)}, {About(left)} left.\n{Outcomes(figures)}";

    public override string BroadcastPaused(long number, BroadcastFigures figures, string? because) =>
        (because is null
            ? $"Announcement {number} is paused: {Progress(figures)}."
            : $"Announcement {number} was paused automatically because one chat after another refused it: {because}\nSo far: {Progress(figures)}.")
        + $"\n{Outcomes(figures)}";

    public override string BroadcastCancelling(long number) => $"Announcement {number} is cancelled. I'll send the report when the last messages are through.";

    public override string BroadcastReport(long number, bool wasCancelled, BroadcastFigures figures, TimeSpan duration) =>
        $"Announcement {number} {(wasCancelled ? "was cancelled" : "is done")}.\n\n"
        + $"Recipients: {Number(figures.Recipients)}\n"
        + $"Sent: {Number(figures.Sent)}\n"
        + $"Blocked: {Number(figures.Blocked)}\n"
        + $"Failed: {Number(figures.Failed)}{(figures.FailedBecause is { } why ? $" (mostly: {why})" : "")}\n"
        + $"Unknown: {Number(figures.Unknown)}{(figures.Unknown > 0 ? " (Telegram's answer was lost; not sent again, so that nobody gets it twice)" : "")}\n"
        + $"Cancelled: {Number(figures.Cancelled)}\n"
        + (figures.Expired > 0 ? $"Too late: {Number(figures.Expired)} (not sent within Broadcasts:Lifetime)\n" : "")
        + $"Duration: {Exactly(duration)}";

    public override string BroadcastOver => "This announcement is finished.";

    public override string BroadcastPauseButton => "Pause";

    public override string BroadcastStopButton => "Cancel…";

    public override string BroadcastResumeButton => "Resume";

    public override string BroadcastCancelButton(int left) => $"Cancel for the {Chats(left)} left";

    public override string BroadcastsTitle => "Recent announcements:";

    public override string BroadcastsNone => "No announcements yet. Start one with /broadcast.";

    public override string BroadcastCopy => "a copied message";

    public override string BroadcastListed(long number, DateTimeOffset at, string state) => $"{number} · {Instant(at)} · {state}";

    public override string BroadcastStateDraft => "draft";

    public override string BroadcastStateDropped => "draft, not sent";

    public override string BroadcastStateSending(BroadcastFigures figures) => $"sending, {Progress(figures)}";

    public override string BroadcastStatePaused(BroadcastFigures figures) => $"paused, {Progress(figures)}";

    public override string BroadcastStateCancelled(BroadcastFigures figures) => $"cancelled, sent to {Number(figures.Sent)} of {Number(figures.Recipients)}";

    public override string BroadcastStateDone(BroadcastFigures figures) => $"done, sent to {Number(figures.Sent)} of {Number(figures.Recipients)}";

    public override string BroadcastShowButton(long number) => $"Show {number}";

    private string Chats(int number) => $"{Number(number)} {(number == 1 ? "chat" : "chats")}";

    private string Progress(BroadcastFigures figures)
    {
        var percent = figures.Recipients == 0 ? 100 : (int)(100L * figures.Ended / figures.Recipients);
        return $"{Number(figures.Ended)} of {Number(figures.Recipients)} ({percent}%)";
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
