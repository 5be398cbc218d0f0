using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.Articles.Walls;
using NewsBot.Fetching;
using NewsBot.Sources;

namespace NewsBot.Intake;

/// <summary>Has the page of an entry fetched and read.</summary>
internal sealed class EntryReader(
    Func<Uri, CancellationToken, Task<FetchOutcome>> fetch,
    PageReader pages,
    IOptions<ArticleOptions> options)
{
    private readonly MisdirectionDetector misdirections = new();

    /// <summary>
    /// Entries of a baseline keep the feed's text: a first start would otherwise fetch thousands of pages that nobody is shown.
    /// </summary>
    public async Task<EntryReadResult> ReadAsync(Entry entry, CancellationToken cancellationToken)
    {
        var isWanted = options.Value.FollowLinks && !entry.Baseline && !entry.SharesAddress;
        if (!isWanted || !Uri.TryCreate(entry.Address, UriKind.Absolute, out var address))
        {
            return new EntryReadResult.FeedTextOnly(null);
        }

        return await fetch(address, cancellationToken) switch
        {
            FetchOutcome.Fetched fetched => Read(entry, address, fetched),
            FetchOutcome.Failed { IsLasting: true } failed => new EntryReadResult.FeedTextOnly(failed.Why),
            FetchOutcome.Throttled throttled => Postpone(entry, "The site asks for a pause.", throttled.After),
            FetchOutcome.Failed failed => Postpone(entry, failed.Why, null),
            FetchOutcome.Gone => new EntryReadResult.FeedTextOnly("The page is gone."),
            _ => new EntryReadResult.FeedTextOnly("The site answered with no page."),
        };
    }

    /// <summary>Another attempt, or the feed's text when there were enough of them.</summary>
    public static EntryReadResult Postpone(Entry entry, string why, TimeSpan? asked) =>
        PageRetrySchedule.PauseAfter(entry.Attempts + 1, asked) is { } pause
            ? new EntryReadResult.RetryLater(pause, why)
            : new EntryReadResult.FeedTextOnly(why);

    private EntryReadResult Read(Entry entry, Uri asked, FetchOutcome.Fetched fetched) => pages.Read(fetched.Body, fetched.ContentType, fetched.Address) switch
    {
        PageOutcome.Unreadable unreadable => new EntryReadResult.FeedTextOnly(unreadable.Why),
        PageOutcome.Read { Reading.Wall: { } wall } => new EntryReadResult.FeedTextOnly(wall.ToWarning()),
        PageOutcome.Read { Reading.Text.Length: > 0 } read => misdirections.Find(entry, asked, fetched.Address, read.Reading) is { } why
            ? new EntryReadResult.FeedTextOnly(why)
            : new EntryReadResult.Page(read.Reading, fetched.Address),
        _ => new EntryReadResult.FeedTextOnly("The page has no text that reads as an article."),
    };
}
