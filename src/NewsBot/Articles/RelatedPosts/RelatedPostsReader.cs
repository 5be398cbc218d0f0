using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;
using NewsBot.Content.Html;

namespace NewsBot.Articles.RelatedPosts;

/// <summary>The lists of other posts on a page: candidates to fetch, never text or dates of this one.</summary>
internal static class RelatedPostsReader
{
    private const int MaximumPosts = 50;
    private const int ShortestHeadline = 15;

    private const int MaxTitle = 500;

    private const int MaxHeading = 60;

    /// <summary>Of headings over lists; pages have a handful.</summary>
    private const int MaxLists = 50;

    /// <summary>How far into a box links are looked for.</summary>
    private const int MaxNodes = 1_000;

    /// <summary>How far above a list's heading its container may be.</summary>
    private const int ContainerSteps = 4;

    /// <summary>A box with more text than this is the article with its lists inside, no list.</summary>
    private const int MaxList = 8_000;

    /// <summary>A list begins with its heading: where more stands above it, the box is the article's.</summary>
    private const int MaxTextAbove = 80;

    /// <summary>Reads the lists, and tells the boxes that they stand in.</summary>
    public static (IReadOnlyList<RelatedPost> Posts, IReadOnlySet<IElement> Boxes) Read(IHtmlDocument document, Uri? address)
    {
        var posts = new List<RelatedPost>();
        var boxes = new HashSet<IElement>();
        foreach (var heading in document.QuerySelectorAll("h2, h3, h4, h5, h6, [class*='title' i], [class*='heading' i], strong, p, span").Where(IsListHeading).Take(MaxLists))
        {
            if (ContainerOf(heading) is { } container && boxes.Add(container))
            {
                posts.AddRange(Posts(container, address));
            }
        }

        foreach (var card in TeaserCards.Find(document, address).Where(boxes.Add))
        {
            posts.AddRange(Posts(card, address));
        }

        return ([.. posts.DistinctBy(post => post.Address ?? post.Title).Take(MaximumPosts)], boxes);
    }

    private static bool IsListHeading(IElement element) => RelatedPostsHeadings.IsMatch(BlockReader.ReadLine(element, MaxHeading));

    /// <summary>The smallest box around the heading that holds headlines of other posts and no more than that.</summary>
    private static IElement? ContainerOf(IElement heading)
    {
        var box = heading.ParentElement;
        var above = TextBefore(heading);
        for (var steps = 0; steps < ContainerSteps && box is not null and not IHtmlBodyElement; steps++)
        {
            if (above > MaxTextAbove || box.LocalName is "main" || box.QuerySelector("h1") is not null || BlockReader.ReadLine(box, MaxList).Length > MaxList)
            {
                return null;
            }

            if (HasHeadline(box))
            {
                return box;
            }

            above += TextBefore(box);
            box = box.ParentElement;
        }

        return null;
    }

    private static int TextBefore(IElement element)
    {
        var (length, siblings) = (0, element.ParentElement?.ChildNodes);
        for (var at = 0; siblings is not null && siblings[at] != element && length <= MaxTextAbove; at++)
        {
            length += siblings[at] switch
            {
                IText text => DisplayText.Fold(text.Data).Length,
                IElement other => BlockReader.ReadLine(other, MaxTextAbove).Length,
                _ => 0,
            };
        }

        return length;
    }

    /// <summary>Whether a link among the first elements within is as long as a headline.</summary>
    public static bool HasHeadline(IElement element) => Links(element).Any();

    private static bool IsHeadlineLink(IElement link) => link.HasAttribute("href") && Headline(link).Length >= ShortestHeadline;

    /// <summary>The text of a link, or of the picture that it is made of.</summary>
    private static string Headline(IElement link) =>
        BlockReader.ReadLine(link.QuerySelector("h2, h3, h4, h5, h6") ?? link, MaxTitle) is { Length: > 0 } text
            ? text
            : DisplayText.StatementOrNull(link.QuerySelector("img[alt]")?.GetAttribute("alt")) ?? "";

    private static IEnumerable<IElement> Links(IElement box) =>
        box.GetDescendants().Take(MaxNodes).OfType<IHtmlAnchorElement>().Where(IsHeadlineLink);

    private static IEnumerable<RelatedPost> Posts(IElement container, Uri? address)
    {
        foreach (var link in Links(container).Take(MaximumPosts))
        {
            yield return new RelatedPost(
                RelativeAge.Without(Headline(link)), Resolve(link.GetAttribute("href"), address), AgeBeside(link, container));
        }
    }

    /// <summary>The age in the largest box around the link that holds no other headline.</summary>
    private static string? AgeBeside(IElement link, IElement container)
    {
        var box = link;
        for (var steps = 0; steps < ContainerSteps && box.ParentElement is { } parent && parent != container && Links(parent).Take(2).Count() == 1; steps++)
        {
            box = parent;
        }

        return RelativeAge.Find(BlockReader.ReadLine(box, MaxTitle));
    }

    private static string? Resolve(string? href, Uri? address)
    {
        var isAddress = address is null ? Uri.TryCreate(href, UriKind.Absolute, out var target) : Uri.TryCreate(address, href, out target);
        return isAddress && target is { Scheme: "http" or "https" } ? target.AbsoluteUri : null;
    }
}
