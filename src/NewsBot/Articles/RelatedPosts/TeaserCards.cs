using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;

namespace NewsBot.Articles.RelatedPosts;

/// <summary>
/// Finds other posts by their shape alone: boxes in a row, each with one headline that links to another page of the site, and some text.
/// </summary>
internal static class TeaserCards
{
    /// <summary>Fewer boxes may be the parts of one article.</summary>
    private const int FewestInRow = 3;

    private const int MaxHeadlines = 1_000;

    /// <summary>What is longer is no teaser.</summary>
    private const int MaxCard = 1_200;

    private const int ShortestHeadline = 10;

    public static IEnumerable<IElement> Find(IHtmlDocument document, Uri? address)
    {
        var headlines = document.QuerySelectorAll("h2, h3, h4, h5, h6").Where(heading => IsHeadline(heading, address)).Take(MaxHeadlines).ToList();
        var within = new Dictionary<IElement, int>();
        foreach (var headline in headlines)
        {
            for (var box = headline.ParentElement; box is not null; box = box.ParentElement)
            {
                within[box] = within.GetValueOrDefault(box) + 1;
            }
        }

        return headlines
            .Select(headline => CardOf(headline, within))
            .OfType<IElement>()
            .GroupBy(card => (card.ParentElement, card.LocalName, card.ClassName))
            .Where(row => row.Count() >= FewestInRow)
            .SelectMany(row => row);
    }

    /// <summary>The largest box around the headline that holds no other; null where that is the heading alone, or too much.</summary>
    private static IElement? CardOf(IElement headline, Dictionary<IElement, int> within)
    {
        var card = headline;
        while (card.ParentElement is { } around and not IHtmlBodyElement && within[around] == 1)
        {
            card = around;
        }

        return card == headline || BlockReader.ReadLine(card, MaxCard).Length > MaxCard || card.QuerySelector("h1") is not null ? null : card;
    }

    private static bool IsHeadline(IElement heading, Uri? address)
    {
        var link = heading.QuerySelector("a[href]") ?? heading.Closest("a[href]");
        return link is not null && BlockReader.ReadLine(heading, ShortestHeadline).Length >= ShortestHeadline && IsOfSite(link.GetAttribute("href")!, address);
    }

    /// <summary>Headings that link elsewhere are those of a list of goods or sources, which may be the article.</summary>
    private static bool IsOfSite(string href, Uri? address) =>
        !Uri.TryCreate(href, UriKind.Absolute, out var target) || !target.Scheme.StartsWith("http", StringComparison.Ordinal) || address is null || target.Host == address.Host;
}
