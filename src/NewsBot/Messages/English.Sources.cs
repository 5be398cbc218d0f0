using System.Globalization;

namespace NewsBot.Messages;

internal sealed partial class English
{
    private const int MaxListed = 10;

    public override string AddSourceHowTo(bool isAdmin) => isAdmin
        ? "Write the address of a site or a feed behind the command, as in /addsource news.example, or just send me the address. A list of feeds is taken as an OPML file: just send it."
        : "Write the address of a site or a feed behind the command, as in /addsource news.example. What I find there you can propose to the people who run me.";

    public override string FindFeedsButton => "It is a site: find its feeds";

    public override string AddSourceInPrivate => "Please write this to me in a private chat.";

    public override string NotAnAddress(string written) =>
        $"\"{written}\" is no web address. An address looks like news.example or https://news.example/feed.xml.";

    public override string LookingFor(string address) => $"I look for the feeds of {address}. This may take a minute.";

    public override string StillLooking => "I am still looking for the feeds of the address before. One at a time, please.";

    public override string EnoughLookups => "Those were many addresses for one day. Please go on tomorrow.";

    public override string FoundNothing(string address, string? why) => why is null
        ? $"There is no feed at {address} that can be read."
        : $"There is no feed at {address}. {why}\n\nIf the site has one, send me its own address; it often stands behind a sign with three arcs, or at the end of the page under \"RSS\".";

    public override string FoundFeeds(string address, int count, string? why) =>
        (why is null ? "" : $"{why} But the site has this:\n\n")
        + (count == 1 ? $"A feed of {address}:" : $"{count} feeds of {address}. Choose those that you want:");

    public override string FeedFigures(string? language, double? perDay)
    {
        var parts = new[] { language is null ? null : $"language {language}", perDay is { } number ? $"{PerDay(number)} entries a day" : null };
        return string.Join(", ", parts.OfType<string>());
    }

    public override string BrokenFeed(string address, string why) => $"The site also names {address}, which cannot be read: {why}";

    public override string AddFeedButton(string title) => $"Add {title}";

    public override string ProposeFeedButton(string title) => $"Propose {title}";

    public override string WatchedAlready => "It is watched already.";

    public override string SourceAdded(string title) =>
        $"{title} is watched now. What it holds today is where I begin: only what comes after that is news.";

    public override string Proposed(string title) => $"{title} is proposed to the people who run me. I tell you what they decide.";

    public override string EnoughProposals => "Five of your proposals wait for an answer. Please wait for it too.";

    public override string NobodyToAccept => "Nobody is set up to accept proposals (Telegram:Admins).";

    public override string Proposal(string title, string address) => $"Somebody proposes a source: {title}\n{address}";

    public override string AcceptButton => "Accept";

    public override string DeclineButton => "Decline";

    public override string ProposalAccepted(string title) => $"{title}, which you proposed, is watched now. Thank you!";

    public override string ProposalDeclined(string title) => $"{title}, which you proposed, was declined.";

    public override string ProposalOver => "This proposal was decided already.";

    public override string Declined => "Declined.";

    public override string OfferForgotten => "I know nothing of that offer any more. Please send me the address again.";

    public override string SourcesNone => "No source is watched. /addsource news.example adds one.";

    public override string SourcesTitle(int watched, int failing, int muted) =>
        $"{Count(watched, "source is", "sources are")} watched"
        + (failing > 0 ? $", {Number(failing)} of them cannot be read now" : "")
        + (muted > 0 ? $"; {Number(muted)} muted" : "") + ".";

    public override string SourceHealth(SourceFigures source)
    {
        var parts = new[]
        {
            source.IsMuted ? "muted" : source.IsGone ? "gone for good" : null,
            source.Error is null ? null : $"cannot be read: {source.Error}",
            source.SinceSuccess is { } success ? $"read {Span(success)} ago" : "never read",
            source.EntriesPerDay is { } number ? $"{PerDay(number)} a day" : null,
            source.Interval is { } interval ? $"each {Span(interval)}" : null,
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
            source.IsMuted ? "Muted: it is not looked at." : source.IsRemoved ? "Removed." : source.IsGone ? "It says that it is gone for good, and is not looked at any more." : null,
            source.Error is null ? null : $"It cannot be read: {source.Error}",
            source.SinceSuccess is { } success ? $"Last read: {Span(success)} ago" : "It was never read.",
            source.SinceNews is { } news ? $"Newest entry: {Span(news)} ago" : null,
            source.EntriesPerDay is { } number ? $"Entries a day: {PerDay(number)}" : null,
            source.Interval is { } interval ? $"Looked at each {Span(interval)}" : null,
            source.Identification is { } identification ? IdentificationOf(identification) : null,
            source.Unchanged is { } share ? $"Looks that found nothing changed: {share.ToString("P0", CultureInfo.InvariantCulture)}" : null,
            source.ToNextLook is { } next ? $"Next look: in {Span(next)}" : null,
        };
        return string.Join('\n', lines.OfType<string>());
    }

    private static string IdentificationOf(EntryIdentification entries)
    {
        var faults = new[]
        {
            entries.GuidsRepeat ? "several share one id" : entries.GuidsChange ? "ids change at every visit" : null,
            entries.LinksRepeat ? "several share one link, so their pages are not read" : entries.LinksChange ? "links change at every visit" : null,
            entries.DatesChange ? "dates change at every visit" : null,
        };
        var means = !entries.GuidsRepeat && !entries.GuidsChange ? "id" : !entries.LinksRepeat && !entries.LinksChange ? "link" : "title";
        return $"Entries are told apart by {means}: {string.Join("; ", faults.OfType<string>())}.";
    }

    public override string SourceHowTo => "Write the number of a source behind the command, as in /source 12. /sources shows the numbers.";

    public override string SourceNotFound => "There is no such source. /sources shows all of them.";

    public override string ShowSourceButton(long number) => $"{number}";

    public override string SourcesButton => "All sources";

    public override string MuteButton => "Mute";

    public override string UnmuteButton => "Watch again";

    public override string RetryButton => "Look now";

    public override string RemoveButton => "Remove";

    public override string SourceRemoved(string title) => $"{title} is removed. Its articles stay.";

    public override string ImportHowTo => "Send me an OPML file, as other readers of feeds export it, and I watch what it lists.";

    public override string ImportBegun(string file) => $"I read {file}.";

    public override string ImportUnreadable => "The file could not be had from Telegram, or is larger than 5 MB. Please send it again.";

    public override string ImportEmpty => "There is no feed in this file. An OPML file has outlines with an xmlUrl.";

    public override string ImportAdded(int added, int known, IReadOnlyList<string> unusable) =>
        $"{Count(added, "feed was", "feeds were")} added"
        + (known > 0 ? $", {Number(known)} were known already" : "") + "."
        + (unusable.Count > 0
            ? $"\n\n{Count(unusable.Count, "outline has", "outlines have")} no address of a feed:\n{string.Join('\n', unusable.Take(MaxListed))}"
                + (unusable.Count > MaxListed ? $"\n{AndMore(unusable.Count - MaxListed)}" : "")
            : "");

    public override string ImportProgress(int looked, int of, int failed) =>
        $"Looked at {Number(looked)} of {Number(of)}" + (failed > 0 ? $", {Number(failed)} of them cannot be read." : ".");

    public override string ImportReport(int read, int failed, int waiting) =>
        $"The list is done. {Count(read, "feed can", "feeds can")} be read"
        + (waiting > 0 ? $", {Number(waiting)} still wait for their first look" : "")
        + (failed > 0 ? $", {Number(failed)} cannot:" : ".");

    public override string AndMore(int number) => $"… and {Number(number)} more";

    public override string ExportCaption(int sources) => $"{Count(sources, "source", "sources")}, for any reader of feeds.";

    public override string TroubleTitle(int sources) => sources == 1 ? "A source needs a look:" : $"{Number(sources)} sources need a look:";

    public override string FailingForADay(string why) => $"could not be read for a day. {why}";

    public override string GoneForGood => "says that it is gone for good. It is not asked any more.";

    public override string SilentFor(TimeSpan silence, TimeSpan gap) => $"has had no news for {Span(silence)}, and used to have some each {Span(gap)}.";

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
