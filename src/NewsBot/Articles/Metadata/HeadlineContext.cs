using AngleSharp.Dom;
using NewsBot.Articles.Extraction;
using NewsBot.Articles.RelatedPosts;

namespace NewsBot.Articles.Metadata;

/// <summary>The short lines around a headline and right after the body, where a page says who wrote it and when.</summary>
/// <param name="Above">Between headline and body, and just above the headline, in the page's order.</param>
/// <param name="Below">Right after the body.</param>
/// <param name="Opening">The first paragraph of the body, or null.</param>
internal sealed record HeadlineContext(IReadOnlyList<PageBlock> Above, IReadOnlyList<PageBlock> Below, string? Opening)
{
    private const int LinesAboveHeadline = 6;
    private const int LinesIntoBody = 3;
    private const int LinesBelow = 6;
    private const int MaxLines = 40;
    private const int MaxLine = 200;

    /// <param name="blocks">All of the page.</param>
    /// <param name="heading">The headline's element, or null.</param>
    /// <param name="body">Those blocks that are the body.</param>
    /// <param name="related">Boxes that list other posts: nothing in them is said of this one.</param>
    public static HeadlineContext Of(IReadOnlyList<PageBlock> blocks, IElement? heading, IReadOnlyList<PageBlock> body, IReadOnlyCollection<IElement> related)
    {
        var places = new Dictionary<PageBlock, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < blocks.Count; i++)
        {
            places.TryAdd(blocks[i], i);
        }

        var first = body.Count == 0 ? 0 : places[body[0]];
        var last = body.Count == 0 ? 0 : places[body[^1]];
        var headline = heading is null ? first : blocks.TakeWhile(block => block.Box != heading && !heading.Contains(block.Box)).Count();
        headline = headline < blocks.Count ? headline : first;
        var from = Math.Max(0, Math.Min(headline, first) - LinesAboveHeadline);
        var to = Math.Min(blocks.Count, Math.Max(headline, first) + LinesIntoBody);
        to = Math.Min(to, from + MaxLines + LinesAboveHeadline);
        return new HeadlineContext(
            [.. blocks.Skip(from).Take(to - from).Where(IsOwn)],
            [.. blocks.Skip(last + 1).Take(LinesBelow).Where(IsOwn)],
            body.FirstOrDefault(block => !block.Block.IsHead)?.Text);

        bool IsOwn(PageBlock block) => block.Text.Length <= MaxLine && !IsOfAnotherPost(block.Box, related);
    }

    private static bool IsOfAnotherPost(IElement element, IReadOnlyCollection<IElement> related)
    {
        for (var box = element; box is not null; box = box.ParentElement)
        {
            if ((box.LocalName is "nav" or "footer" && box.QuerySelector("h1") is null) || (box.LocalName == "li" && RelatedPostsReader.HasHeadline(box)) || related.Contains(box) || OtherPostClassNames.NamesOtherPosts(box))
            {
                return true;
            }
        }

        return false;
    }
}
