namespace NewsBot.Sources.Polling;

/// <summary>
/// Tells the next issue of a column ("Morning briefing"), which is news, from an entry that was dated anew, which is not: by whether the text
/// changed with the date, and by whether the feed dates everything anew, as one does that states the time of the request.
/// </summary>
internal sealed class IssueComparison
{
    /// <summary>Fewer may all have a next issue at once.</summary>
    private const int MinRedated = 3;

    /// <summary>Corrections of a date are smaller; the next issue of a column is later.</summary>
    private static readonly TimeSpan SameIssue = TimeSpan.FromMinutes(30);

    private readonly bool datesMove;
    private readonly bool datesStay;

    /// <param name="traits">What is known of the source.</param>
    /// <param name="pairs">The items of the feed, each with the entry of its identity or title, or null.</param>
    public IssueComparison(IdentityTraits traits, IEnumerable<(FeedItem Item, Entry? Entry)> pairs)
    {
        var (moved, stayed) = (0, 0);
        foreach (var (item, entry) in pairs)
        {
            moved += entry is not null && IsLater(item, entry) ? 1 : 0;
            stayed += entry?.Published is not null && item.Date is not null && !IsLater(item, entry) ? 1 : 0;
        }

        datesMove = traits.HasFlag(IdentityTraits.DatesChange) || (moved >= MinRedated && moved > stayed);
        datesStay = stayed > 0 && !datesMove;
    }

    public static bool IsLater(FeedItem item, Entry entry) => item.Date - entry.Published > SameIssue;

    /// <summary>By the date where there is one on both sides, else by the text.</summary>
    public static bool IsSurelySame(FeedItem item, Entry entry) =>
        (item.Date is not null && entry.Published is not null && !IsLater(item, entry)) || (item.Text.Length > 0 && item.Text == entry.Text);

    /// <summary>Whether the item is another one than the entry of its title.</summary>
    public bool IsNext(FeedItem item, Entry entry) => IsLater(item, entry)
        && (item.Text.Length == 0 && entry.Text.Length == 0 ? datesStay : !datesMove && item.Text != entry.Text);
}
