using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Articles.Pages;

/// <summary>The lists of other posts on a page: candidates to fetch, never text or dates of this one.</summary>
internal static class RelatedList
{
    private const int MaximumPosts = 50;
    private const int ShortestHeadline = 15;

    /// <summary>How far above a list's heading its container may be.</summary>
    private const int ContainerSteps = 4;

    /// <summary>A box with more text than this is the article with its lists inside, no list.</summary>
    private const int LongestList = 8_000;

    /// <summary>A list begins with its heading: where more stands above it, the box is the article's.</summary>
    private const int MostTextAbove = 80;

    /// <summary>Reads the lists, and tells the boxes that they stand in.</summary>
    public static (IReadOnlyList<RelatedPost> Posts, IReadOnlySet<IElement> Boxes) Read(IHtmlDocument document, Uri? address)
    {
        var posts = new List<RelatedPost>();
        var boxes = new HashSet<IElement>();
        foreach (var heading in document.QuerySelectorAll("h2, h3, h4, h5, h6, [class*='title' i], [class*='heading' i], strong, p, span").Where(IsListHeading))
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

    private static bool IsListHeading(IElement element) =>
        TextLength(element, 100) < 100 && ListingHeads.HeadsPosts(DisplayText.Fold(element.TextContent));

    /// <summary>How long the text is, without reading more of it than asked.</summary>
    private static int TextLength(INode node, int atMost)
    {
        var length = node is IText text ? text.Data.Length : 0;
        for (var child = node.FirstChild; child is not null && length < atMost; child = child.NextSibling)
        {
            length += TextLength(child, atMost - length);
        }

        return length;
    }

    /// <summary>The smallest box around the heading that holds headlines of other posts and no more than that.</summary>
    private static IElement? ContainerOf(IElement heading)
    {
        var box = heading.ParentElement;
        var above = TextBefore(heading);
        for (var steps = 0; steps < ContainerSteps && box is not null and not IHtmlBodyElement; steps++)
        {
            if (above > MostTextAbove || box.QuerySelector("h1") is not null || box.TextContent.Length > LongestList || box.LocalName is "main")
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
        var length = 0;
        for (var node = element.PreviousSibling; node is not null && length <= MostTextAbove; node = node.PreviousSibling)
        {
            length += node is IComment or IHtmlScriptElement ? 0 : DisplayText.Fold(node.TextContent).Length;
        }

        return length;
    }

    /// <summary>Whether a link within is as long as a headline.</summary>
    public static bool HasHeadline(IElement element) => element.QuerySelectorAll("a[href]").Any(IsHeadlineLink);

    private static bool IsHeadlineLink(IElement link) => DisplayText.Fold(link.TextContent).Length >= ShortestHeadline;

    private static IEnumerable<RelatedPost> Posts(IElement container, Uri? address)
    {
        foreach (var link in container.QuerySelectorAll("a[href]").Where(IsHeadlineLink))
        {
            var title = (link.QuerySelector("h2, h3, h4, h5, h6") ?? link).TextContent;
            yield return new RelatedPost(RelativeAge.Without(DisplayText.Fold(title)), Resolve(link.GetAttribute("href"), address), AgeBeside(link, container));
        }
    }

    /// <summary>The age in the largest box around the link that holds no other headline.</summary>
    private static string? AgeBeside(IElement link, IElement container)
    {
        var box = link;
        while (box.ParentElement is { } parent && parent != container && parent.QuerySelectorAll("a[href]").Count(IsHeadlineLink) == 1)
        {
            box = parent;
        }

        return RelativeAge.Find(string.Join(' ', BlockReader.Read(box).Select(block => block.Text)));
    }

    private static string? Resolve(string? href, Uri? address)
    {
        var isAddress = address is null ? Uri.TryCreate(href, UriKind.Absolute, out var target) : Uri.TryCreate(address, href, out target);
        return isAddress && target is { Scheme: "http" or "https" } ? target.AbsoluteUri : null;
    }
}
