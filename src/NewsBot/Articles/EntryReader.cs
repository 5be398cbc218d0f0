using Microsoft.Extensions.Options;
using NewsBot.Articles.Pages;
using NewsBot.Sources;

namespace NewsBot.Articles;

/// <summary>Has the page of an entry fetched and read.</summary>
internal sealed class EntryReader(
    Func<Uri, CancellationToken, Task<FetchOutcome>> fetch,
    PageReader pages,
    IOptions<ArticleOptions> options)
{
    /// <summary>
    /// Entries of a baseline keep the feed's text: a first start would otherwise fetch thousands of pages that nobody is shown.
    /// </summary>
    public async Task<EntryReading> ReadAsync(Entry entry, CancellationToken cancellationToken)
    {
        var isWanted = options.Value.FollowLinks && !entry.Baseline;
        if (!isWanted || !Uri.TryCreate(entry.Address, UriKind.Absolute, out var address))
        {
            return new EntryReading.FeedAlone(null);
        }

        return await fetch(address, cancellationToken) switch
        {
            FetchOutcome.Fetched fetched => Read(fetched),
            FetchOutcome.Throttled throttled => Postpone(entry, "The site asks for a pause.", throttled.After),
            FetchOutcome.Failed failed => Postpone(entry, failed.Why, null),
            FetchOutcome.Gone => new EntryReading.FeedAlone("The page is gone."),
            _ => new EntryReading.FeedAlone("The site answered with no page."),
        };
    }

    /// <summary>Another attempt, or the feed's text when there were enough of them.</summary>
    public static EntryReading Postpone(Entry entry, string why, TimeSpan? asked) =>
        RetryPlan.PauseAfter(entry.Attempts + 1, asked) is { } pause
            ? new EntryReading.Later(pause, why)
            : new EntryReading.FeedAlone(why);

    private EntryReading Read(FetchOutcome.Fetched fetched) => pages.Read(fetched.Body, fetched.ContentType, fetched.Address) switch
    {
        PageOutcome.Read { Reading.Text.Length: > 0 } read => new EntryReading.Page(read.Reading, fetched.Address),
        PageOutcome.Unreadable unreadable => new EntryReading.FeedAlone(unreadable.Why),
        _ => new EntryReading.FeedAlone("The page has no text that reads as an article."),
    };
}
