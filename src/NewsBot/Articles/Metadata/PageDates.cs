using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;
using NewsBot.Articles.RelatedPosts;
using NewsBot.Content.Dates;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>When the page says that it was published. A date of another post that it lists is never taken.</summary>
internal static partial class PageDates
{
    private static readonly DateTimeOffset Earliest = new(1995, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The page's own date stands among the first of what is named a date around its headline.</summary>
    private const int MaxDates = 100;

    private const int MaxLine = 110;
    private const int MaxDate = 80;

    /// <summary>"27 February 2026, Larnow -"</summary>
    private const int MaxDateline = 50;

    private const int MaxLabelled = 80;

    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "parsely-pub-date", "sailthru.date", "article_date_original",
        "cxenseparse:recs:publishtime", "publication_date", "publish-date", "publishdate", "pubdate", "published_time", "published_at", "dc.date.issued", "dcterms.issued", "citation_publication_date", "rnews:datepublished",
    ];

    private static readonly string[] PublishedProperties = ["datePublished", "dateCreated"];

    /// <summary>Of some sites the day of the last change, or of the request.</summary>
    private static readonly string[] DateNames = ["date", "dc.date", "dcterms.created", "dcterms.date", "dc.date.created", "created"];

    /// <summary>The instant (UTC), or null. A date without a year, and one in the future, is none.</summary>
    public static DateTimeOffset? Of(IHtmlDocument document, IElement? heading, HeadlineContext around, MetaTags meta, JsonLdArticle? article, Uri? address, DateTimeOffset now) =>
        FirstOf(meta.All(PublishedNames), now)
        ?? Stated(article?.Published, now)
        ?? FirstOf(meta.All(PublishedProperties), now)
        ?? Marked(document, heading, address, now)
        ?? NearHeading(heading, address, now)
        ?? InText(around, now)
        ?? FirstOf(meta.All(DateNames), now)
        ?? InAddress(address, now);

    private static DateTimeOffset? FirstOf(IEnumerable<string> statements, DateTimeOffset now) =>
        statements.Select(text => Stated(text, now)).FirstOrDefault(date => date is not null);

    /// <summary>Anywhere on the page in a short line that says what the date is, or right below one that says only that.</summary>
    public static DateTimeOffset? Labelled(IReadOnlyList<PageBlock> blocks, IReadOnlyCollection<IElement> related, DateTimeOffset now)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = blocks[i].Text;
            if (text.Length > MaxLabelled || !BylinePhrases.Published.IsMatch(text) || related.Any(box => box.Contains(blocks[i].Box)))
            {
                continue;
            }

            if ((Stated(text, now) ?? (i + 1 < blocks.Count && blocks[i + 1].Text.Length <= MaxDate ? Stated(blocks[i + 1].Text, now) : null)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>Reads a date made for machines (ISO 8601 and kin), or one that is written out with its year.</summary>
    public static DateTimeOffset? Stated(string? statement, DateTimeOffset now)
    {
        if (DisplayText.StatementOrNull(statement) is not { } text)
        {
            return null;
        }

        var stated = DateParser.ParseDay(text) ?? DateFinder.Find(text);
        return stated is { } found && IsSane(found, now) ? found : null;
    }

    private static bool IsSane(DateTimeOffset date, DateTimeOffset now) => date >= Earliest && date <= now + TimeSpan.FromDays(1);

    /// <summary>By microdata, RDFa or the microformat of posts.</summary>
    private static DateTimeOffset? Marked(IHtmlDocument document, IElement? heading, Uri? address, DateTimeOffset now) => document
        .QuerySelectorAll("[itemprop~='datePublished'], [property~='datePublished'], [property~='schema:datePublished'], [property~='dc:date'], [property~='dc:created'], .dt-published, .published[title], .updated[title]")
        .Take(MaxDates)
        .Where(element => !IsOfAnotherPost(element, document.DocumentElement, heading, address))
        .Select(element => Stated(element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title") ?? Short(element), now))
        .FirstOrDefault(date => date is not null);

    /// <summary>In a short line around the headline, at the start of a paragraph, or after the body where the line says what it is.</summary>
    private static DateTimeOffset? InText(HeadlineContext around, DateTimeOffset now) =>
        around.Above.Select(block => block.Text).Append(around.Opening ?? "").Select(DateLine)
            .Concat(around.Below.Select(block => block.Text).Where(text => BylinePhrases.Published.IsMatch(text)))
            .Select(line => Stated(line, now))
            .FirstOrDefault(date => date is not null);

    /// <summary>The line, or of a sentence its start where that is a date: any other date in it is one that it tells of.</summary>
    private static string? DateLine(string line)
    {
        var start = line.AsSpan().IndexOfAnyInRange('0', '9');
        var isSentence = line.Length > MaxLine || DisplayText.EndsAsSentence(line);
        return !isSentence ? line : start >= 0 && !line.Take(start).Any(char.IsLetter) ? line[..Math.Min(line.Length, MaxDateline)] : null;
    }

    private static DateTimeOffset? NearHeading(IElement? heading, Uri? address, DateTimeOffset now)
    {
        foreach (var scope in Scopes(heading))
        {
            var dates = scope.QuerySelectorAll("time, [class*='date' i], [class*='datum' i], [class*='publish' i], [class*='posted' i]")
                .Take(MaxDates)
                .Where(element => !IsOfAnotherPost(element, scope, heading, address))
                .Select(element => Stated(element.GetAttribute("datetime"), now) ?? Stated(Short(element), now));
            if (dates.FirstOrDefault(found => found is not null) is { } near)
            {
                return near;
            }
        }

        return null;
    }

    /// <summary>The article around the headline, then the nearest three ancestors of the headline.</summary>
    private static IEnumerable<IElement> Scopes(IElement? heading)
    {
        for (var (scope, steps) = (heading?.ParentElement, 0); scope is not null and not IHtmlBodyElement && steps < 4; steps++)
        {
            yield return scope;
            scope = scope.ParentElement;
        }

        if (heading?.Closest("article, main") is { } article)
        {
            yield return article;
        }
    }

    private static bool IsOfAnotherPost(IElement element, IElement scope, IElement? heading, Uri? address)
    {
        for (var ancestor = element; ancestor is not null && ancestor != scope; ancestor = ancestor.ParentElement)
        {
            if (ancestor.LocalName is "aside" or "nav" || (ancestor.LocalName == "a" && !IsPermalink(ancestor, address)) || (ancestor.LocalName == "li" && RelatedPostsReader.HasHeadline(ancestor)) || (ancestor.LocalName is "article" or "footer" && !IsAround(ancestor, heading)) || OtherPostClassNames.NamesOtherPosts(ancestor))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the link is one to the page itself, as a date above an article often is.</summary>
    private static bool IsPermalink(IElement link, Uri? address) =>
        address is not null && link.GetAttribute("href") is { } href && Uri.TryCreate(address, href, out var target) && target.Host == address.Host && target.AbsolutePath.TrimEnd('/') == address.AbsolutePath.TrimEnd('/');

    /// <summary>Whether the element holds the headline, or stands in the article that does.</summary>
    private static bool IsAround(IElement element, IElement? heading) =>
        heading is not null && (element.LocalName == "footer" ? element.Closest("article") : element)?.Contains(heading) == true;

    private static string? Short(IElement element) => BlockReader.ReadLine(element, MaxDate) is { Length: > 5 and <= MaxDate } text ? text : null;

    private static DateTimeOffset? InAddress(Uri? address, DateTimeOffset now)
    {
        var found = Path().Match(address?.AbsolutePath is { Length: < 500 } path ? path : "");
        return found.Success ? Stated($"{found.Groups["y"].Value}-{found.Groups["m"].Value}-{found.Groups["d"].Value}", now) : null;
    }

    [GeneratedRegex(@"[/_-](?:(?<y>(?:19|20)[0-9]{2})(?<s>[/_-]?)(?<m>0[1-9]|1[0-2])\k<s>(?<d>0[1-9]|[12][0-9]|3[01])(?=[/_.-]|$)|(?<d>0[1-9]|[12][0-9]|3[01])-(?<m>0[1-9]|1[0-2])-(?<y>(?:19|20)[0-9]{2})(?=[/_.-]|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
