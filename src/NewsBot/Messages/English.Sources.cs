using System.Globalization;

namespace NewsBot.Messages;

internal sealed partial class English
{
    private const int MaxListed = 10;

    public override string AddSourceHowTo(bool isAdmin) => isAdmin
        ? "Put the address of a site or feed after the command, like /addsource news.example, or just send me the address. You can also send a list of feeds as an OPML file."
        : "Put the address of a site or feed after the command, like /addsource news.example. You can propose what I find there to this bot's admins.";

    public override string FindFeedsButton => "Find this site's feeds";

    public override string AddSourceInPrivate => "Please send me this in a private chat.";

    public override string NotAnAddress(string written) =>
        $"“{written}” isn't a web address. Addresses look like news.example or https://news.example/feed.xml.";

    public override string LookingFor(string address) => $"Looking for feeds on {address}. This may take a minute.";

    public override string StillLooking => "I'm still searching the last address you sent. One at a time, please.";

    public override string EnoughLookups => "You've reached today's limit of searches. Please try again tomorrow.";

    public override string FoundNothing(string address, string? why) => why is null
        ? $"I couldn't find a feed on {address} that I can read."
        : $"I couldn't find a feed on {address}. {why}\n\nIf the site has one, send me its address: look for the RSS icon or an “RSS” link at the bottom of the page.";

    public override string FoundFeeds(string address, int count, string? why) =>
        (why is null ? "" : $"{why} But I found this on the site:\n\n")
        + (count == 1 ? $"Found a feed on {address}:" : $"Found {count} feeds on {address}. Pick the ones you want:");

    public override string FeedFigures(string? language, double? perDay)
    {
        var parts = new[] { language is null ? null : $"language: {language}", perDay is { } number ? $"{PerDay(number)} a day" : null };
        return string.Join(", ", parts.OfType<string>());
    }

    public override string BrokenFeed(string address, string why) => $"The site also links to {address}, which I can't read: {why}";

    public override string AddFeedButton(string title) => $"Add {title}";

    public override string ProposeFeedButton(string title) => $"Propose {title}";

    public override string WatchedAlready => "Already added.";

    public override string SourceAdded(string title) =>
        $"{title} added. Items already in the feed won't be sent; new ones will.";

    public override string Proposed(string title) => $"I've proposed {title} to this bot's admins and will tell you what they decide.";

    public override string EnoughProposals => "You already have five open proposals. Please wait until they are decided.";

    public override string NobodyToAccept => "Proposals aren't available on this bot.";

    public override string Proposal(string title, string address) => $"Somebody proposed a source: {title}\n{address}";

    public override string AcceptButton => "Accept";

    public override string DeclineButton => "Decline";

    public override string ProposalAccepted(string title) => $"{title}, which you proposed, has been added. Thank you!";

    public override string ProposalDeclined(string title) => $"{title}, which you proposed, was declined.";

    public override string ProposalOver => "This proposal has already been decided.";

    public override string Declined => "Declined.";

    public override string OfferForgotten => "That offer has expired. Please send me the address again.";

    public override string SourcesNone => "No sources yet. Add one, for example /addsource news.example.";

    public override string SourcesTitle(int watched, int failing, int muted) =>
        Count(watched, "source", "sources")
        + (failing > 0 ? $", {Number(failing)} failing" : "")
        + (muted > 0 ? $", {Number(muted)} muted" : "");

    public override string SourceHealth(SourceFigures source)
    {
        var parts = new[]
        {
            source.IsMuted ? "muted" : source.IsGone ? "permanently gone" : null,
            source.Error is null ? null : $"failing: {source.Error}",
            source.SinceSuccess is { } success ? $"read {Span(success)} ago" : "never read",
            source.EntriesPerDay is { } number ? $"{PerDay(number)} a day" : null,
            source.Interval is { } interval ? $"every {Span(interval)}" : null,
            source.Unchanged is { } share ? $"{share.ToString("P0", CultureInfo.InvariantCulture)} unchanged" : null,
            source.ToNextLook is { } next ? $"next in {Span(next)}" : null,
        };
        return string.Join(" · ", parts.OfType<string>());
    }

    public override string SourceDetails(SourceFigures source)
    {
        var lines = new[]
        {
            $"Address: {source.Address}",
            source.IsMuted ? "Muted: not checked." : source.IsRemoved ? "Removed." : source.IsGone ? "The site says this feed is permanently gone. It is no longer checked." : null,
            source.Error is null ? null : $"Failing: {source.Error}",
            source.SinceSuccess is { } success ? $"Last read: {Span(success)} ago" : "Never read yet.",
            source.SinceNews is { } news ? $"Newest item: {Span(news)} ago" : null,
            source.EntriesPerDay is { } number ? $"Items a day: {PerDay(number)}" : null,
            source.Interval is { } interval ? $"Checked every {Span(interval)}" : null,
            source.Identification is { } identification ? IdentificationOf(identification) : null,
            source.Unchanged is { } share ? $"Unchanged checks: {share.ToString("P0", CultureInfo.InvariantCulture)}" : null,
            source.ToNextLook is { } next ? $"Next check: in {Span(next)}" : null,
        };
        return string.Join('\n', lines.OfType<string>());
    }

    private static string IdentificationOf(EntryIdentification entries)
    {
        var faults = new[]
        {
            entries.GuidsRepeat ? "several share one id" : entries.GuidsChange ? "ids change with every check" : null,
            entries.LinksRepeat ? "several share one link, so their pages aren't read" : entries.LinksChange ? "links change with every check" : null,
            entries.DatesChange ? "dates change with every check" : null,
        };
        var means = !entries.GuidsRepeat && !entries.GuidsChange ? "id" : !entries.LinksRepeat && !entries.LinksChange ? "link" : "title";
        return $"Items are told apart by {means}: {string.Join("; ", faults.OfType<string>())}.";
    }

    public override string SourceHowTo => "Put the number of a source after the command, like /source 12. /sources shows the numbers.";

    public override string SourceNotFound => "I don't know that source. /sources lists them all.";

    public override string ShowSourceButton(long number) => $"{number}";

    public override string SourcesButton => "All sources";

    public override string MuteButton => "Mute";

    public override string UnmuteButton => "Watch again";

    public override string RetryButton => "Check now";

    public override string RemoveButton => "Remove";

    public override string SourceRemoved(string title) => $"{title} removed. Its articles stay.";

    public override string ImportHowTo => "Send me an OPML file, as other feed readers export it, and I'll add its feeds.";

    public override string ImportBegun(string file) => $"Reading {file}…";

    public override string ImportUnreadable => "I couldn't download the file from Telegram, or it's larger than 5 MB. Please send it again.";

    public override string ImportEmpty => "There are no feeds in this file. An OPML file lists them as outlines with an xmlUrl.";

    public override string ImportAdded(int added, int known, IReadOnlyList<string> unusable) =>
        $"{Number(added)} added"
        + (known > 0 ? $", {Number(known)} already known" : "") + "."
        + (unusable.Count > 0
            ? $"\n\n{Count(unusable.Count, "entry has", "entries have")} no usable feed address:\n{string.Join('\n', unusable.Take(MaxListed))}"
                + (unusable.Count > MaxListed ? $"\n{AndMore(unusable.Count - MaxListed)}" : "")
            : "");

    public override string ImportProgress(int looked, int of, int failed) =>
        $"Checked {Number(looked)} of {Number(of)}" + (failed > 0 ? $", {Number(failed)} failing." : ".");

    public override string ImportReport(int read, int failed, int waiting) =>
        $"Import finished: {Number(read)} working"
        + (waiting > 0 ? $", {Number(waiting)} still to be checked" : "")
        + (failed > 0 ? $", {Number(failed)} failing:" : ".");

    public override string AndMore(int number) => $"… and {Number(number)} more";

    public override string ExportCaption(int sources) => $"{Count(sources, "source", "sources")} (OPML).";

    public override string TroubleTitle(int sources) => sources == 1 ? "A source needs attention:" : $"{Number(sources)} sources need attention:";

    public override string FailingForADay(string why) => $"has been failing for a day. {why}";

    public override string GoneForGood => "is permanently gone, says its site. It is no longer checked.";

    public override string SilentFor(TimeSpan silence, TimeSpan gap) => $"has had nothing new for {Span(silence)}; it used to have something every {Span(gap)}.";

    private static string PerDay(double number) =>
        number >= 10 ? number.ToString("F0", CultureInfo.InvariantCulture) : number.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Span(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => $"{(int)Math.Max(0, span.TotalSeconds)} s",
        { TotalHours: < 2 } => $"{(int)span.TotalMinutes} min",
        { TotalDays: < 2 } => $"{(int)span.TotalHours} h",
        _ => $"{(int)span.TotalDays} days",
    };
}
