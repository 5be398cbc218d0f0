using Microsoft.Extensions.Options;
using NewsBot.Articles;
using NewsBot.Articles.Metadata;
using NewsBot.Content.Urls;
using NewsBot.Sources;
using NewsBot.Text;

namespace NewsBot.Intake;

/// <summary>Makes an article of what the feed and the page say, and decides whether it is news.</summary>
internal sealed class ArticleBuilder(IOptions<ArticleOptions> options)
{
    /// <summary>Clocks differ by minutes; a date further ahead is a mistake or an appointment.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    /// <summary>Before news was on the web a date is a default value (1970-01-01) and none.</summary>
    private static readonly DateTimeOffset Earliest = new(1995, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A feed that gives half as much again as was found on the page gives the whole text, and the page was misread.</summary>
    private const double FeedKnowsMore = 1.5;

    private const int MaximumTags = 20;

    /// <summary>Some 15,000 words, more than any report: whoever sends more fills the store and slows matching for everybody.</summary>
    private const int MaxTextLength = 100_000;

    /// <summary>Longer ledes are cut after their second sentence.</summary>
    private const int LongLede = 400;

    /// <summary>The article without its story; a headline alone is one too. Null when there is nothing.</summary>
    /// <param name="entry">The feed's item.</param>
    /// <param name="source">The feed.</param>
    /// <param name="page">Its page and the address that answered, or null.</param>
    /// <param name="now">The present (UTC).</param>
    public Article? Compose(Entry entry, Source source, EntryReadResult.Page? page, DateTimeOffset now)
    {
        var reading = page?.Reading;
        var text = TextOf(entry, reading);
        var title = HeadlineSelector.Of(reading?.Title, entry.Title, reading?.Site);
        if (title.Length == 0)
        {
            return null;
        }

        var address = AddressOf(entry, source, page);
        var published = Known(entry.Published, now) ?? Known(reading?.Published, now);
        var language = reading?.Language ?? LanguageDetector.Detect(text.Length > 0 ? text : title)?.Code;
        return new Article
        {
            Address = address,
            Title = title,
            Lede = LedeOf(text == reading?.Text ? reading.Lede : null, text, language),
            Text = text,
            Authors = [.. reading?.Authors is { Count: > 0 } authors ? authors : AuthorNames.Of(entry.Authors)],
            Tags = [.. entry.Tags.Concat(reading?.Tags ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaximumTags)],
            Publisher = reading?.Site ?? source.Title ?? CanonicalUrl.HostName(new Uri(address)),
            Published = published,
            FirstSeenAt = entry.FirstSeenAt,
            Language = language,
            Fingerprint = Fingerprint.Of(title, text.Length > 0 ? text : address), // Two headlines alone are no copies of each other.
            IsNews = !entry.Baseline && (published ?? entry.FirstSeenAt) >= now - options.Value.MaximumAge,
        };
    }

    private static string TextOf(Entry entry, PageContent? reading) =>
        WithinLimit(reading is null || entry.Text.Length > FeedKnowsMore * reading.Text.Length ? entry.Text : reading.Text);

    /// <summary>The whole paragraphs within <see cref="MaxTextLength"/>; of a longer first one the beginning.</summary>
    private static string WithinLimit(string text)
    {
        if (text.Length <= MaxTextLength)
        {
            return text;
        }

        var end = text.LastIndexOf("\n\n", MaxTextLength, StringComparison.Ordinal);
        return end > 0 ? text[..end] : text[..(char.IsHighSurrogate(text[MaxTextLength - 1]) ? MaxTextLength - 1 : MaxTextLength)];
    }

    /// <summary>An entry without a page of its own stands at the address it shares, else its feed's, told apart by its identity.</summary>
    private static string AddressOf(Entry entry, Source source, EntryReadResult.Page? page)
    {
        if (page is not null)
        {
            return CanonicalUrl.OfPage(page.Reading.Address, page.Address);
        }

        return Uri.TryCreate(entry.Address, UriKind.Absolute, out var address) && !entry.SharesAddress
            ? CanonicalUrl.OfPage(null, address)
            : $"{entry.Address ?? source.Address}#{Convert.ToHexStringLower(entry.Identity)}";
    }

    private static DateTimeOffset? Known(DateTimeOffset? date, DateTimeOffset now) =>
        date >= Earliest && date <= now + ClockSkew ? date : null;

    private static string? LedeOf(string? lede, string text, string? language)
    {
        if (lede is null && text.Length == 0)
        {
            return null;
        }

        var first = lede ?? text.Split("\n\n", 2)[0];
        return first.Length <= LongLede ? first : string.Join(' ', SentenceSplitter.Split(first, language).Take(2));
    }
}
