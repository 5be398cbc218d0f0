namespace NewsBot.Messages;

internal abstract partial class Texts
{
    // Finding and proposing feeds.
    public abstract string AddSourceHowTo(bool isAdmin);

    public abstract string FindFeedsButton { get; }

    public abstract string AddSourceInPrivate { get; }

    public abstract string NotAnAddress(string written);

    public abstract string LookingFor(string address);

    public abstract string StillLooking { get; }

    public abstract string EnoughLookups { get; }

    public abstract string FoundNothing(string address, string? why);

    public abstract string FoundFeeds(string address, int count, string? why);

    public abstract string FeedFigures(string? language, double? perDay);

    public abstract string BrokenFeed(string address, string why);

    public abstract string AddFeedButton(string title);

    public abstract string ProposeFeedButton(string title);

    public abstract string WatchedAlready { get; }

    public abstract string SourceAdded(string title);

    public abstract string Proposed(string title);

    public abstract string EnoughProposals { get; }

    public abstract string NobodyToAccept { get; }

    public abstract string Proposal(string title, string address);

    public abstract string AcceptButton { get; }

    public abstract string DeclineButton { get; }

    public abstract string ProposalAccepted(string title);

    public abstract string ProposalDeclined(string title);

    public abstract string ProposalOver { get; }

    public abstract string Declined { get; }

    public abstract string OfferForgotten { get; }

    // The list of sources, and one of them.
    public abstract string SourcesNone { get; }

    public abstract string SourcesTitle(int watched, int failing, int muted);

    public abstract string SourceHealth(SourceFigures source);

    public abstract string SourceDetails(SourceFigures source);

    public abstract string SourceHowTo { get; }

    public abstract string SourceNotFound { get; }

    public abstract string ShowSourceButton(long number);

    public abstract string SourcesButton { get; }

    public abstract string MuteButton { get; }

    public abstract string UnmuteButton { get; }

    public abstract string RetryButton { get; }

    public abstract string RemoveButton { get; }

    public abstract string SourceRemoved(string title);

    // Lists of feeds as files.
    public abstract string ImportHowTo { get; }

    public abstract string ImportBegun(string file);

    public abstract string ImportUnreadable { get; }

    public abstract string ImportEmpty { get; }

    public abstract string ImportAdded(int added, int known, IReadOnlyList<string> unusable);

    public abstract string ImportProgress(int looked, int of, int failed);

    public abstract string ImportReport(int read, int failed, int waiting);

    public abstract string AndMore(int number);

    public abstract string ExportCaption(int sources);

    // Trouble, for the people who run the bot.
    public abstract string TroubleTitle(int sources);

    public abstract string FailingForADay(string why);

    public abstract string GoneForGood { get; }

    public abstract string SilentFor(TimeSpan silence, TimeSpan gap);
}
