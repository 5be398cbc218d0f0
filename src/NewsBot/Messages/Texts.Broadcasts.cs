using System.Globalization;

namespace NewsBot.Messages;

internal abstract partial class Texts
{
    /// <summary>A number as people write it: 1,000,000.</summary>
    public string Number(int number) => number.ToString("N0", CultureInfo.GetCultureInfo(Language));

    // Announcements, for those who get them.
    public abstract string NoAnnouncementsButton { get; }

    public abstract string AnnouncementsButton(bool on);

    public abstract string AnnouncementsState(bool on);

    public abstract string AnnouncementsTurned(bool on);

    public abstract string AnnouncementsNotUnderstood { get; }

    // A draft, for the people who run the bot.
    public abstract string BroadcastHowTo { get; }

    public abstract string BroadcastInPrivate { get; }

    public abstract string BroadcastNoCaption { get; }

    public abstract string BroadcastTooLong(int characters, int most);

    public abstract string BroadcastDraft(int recipients, TimeSpan duration);

    public abstract string BroadcastSendButton(int recipients);

    public abstract string BroadcastTestButton { get; }

    public abstract string BroadcastDropButton { get; }

    public abstract string BroadcastTested { get; }

    public abstract string BroadcastDropped { get; }

    public abstract string BroadcastReplaced { get; }

    public abstract string BroadcastTooOld { get; }

    public abstract string BroadcastSentAlready { get; }

    public abstract string BroadcastNotYours { get; }

    public abstract string BroadcastNotFound { get; }

    public abstract string BroadcastPreviewFailed(string why);

    // One that was sent.
    public abstract string BroadcastSending(long number, BroadcastFigures figures, TimeSpan left);

    public abstract string BroadcastPaused(long number, BroadcastFigures figures, string? because);

    public abstract string BroadcastCancelling(long number);

    public abstract string BroadcastReport(long number, bool wasCancelled, BroadcastFigures figures, TimeSpan duration);

    public abstract string BroadcastOver { get; }

    public abstract string BroadcastPauseButton { get; }

    public abstract string BroadcastStopButton { get; }

    public abstract string BroadcastResumeButton { get; }

    public abstract string BroadcastCancelButton(int left);

    // The list of them.
    public abstract string BroadcastsTitle { get; }

    public abstract string BroadcastsNone { get; }

    public abstract string BroadcastCopy { get; }

    public abstract string BroadcastListed(long number, DateTimeOffset at, string state);

    public abstract string BroadcastStateDraft { get; }

    public abstract string BroadcastStateDropped { get; }

    public abstract string BroadcastStateSending(BroadcastFigures figures);

    public abstract string BroadcastStatePaused(BroadcastFigures figures);

    public abstract string BroadcastStateCancelled(BroadcastFigures figures);

    public abstract string BroadcastStateDone(BroadcastFigures figures);

    public abstract string BroadcastShowButton(long number);
}
