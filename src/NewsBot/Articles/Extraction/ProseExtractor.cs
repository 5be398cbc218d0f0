using AngleSharp.Dom;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Extraction;

/// <summary>The body by the density of prose: the box that holds most of it, without what is named or made for something else.</summary>
internal static class ProseExtractor
{
    private const int ShortBlock = 300;

    /// <summary>Fewer characters than this are no article: the names of the page's elements may have misled.</summary>
    private const int ShortBody = 100;

    /// <summary>Above this share of its text in links, a short block is a list of other pages.</summary>
    private const double LinkShare = 0.6;

    private const int ShortestLead = 40;

    private const int LongestCaption = 150;

    /// <param name="all">The blocks of the page.</param>
    /// <param name="related">Boxes that list other posts.</param>
    /// <param name="stated">The body that the page's JSON-LD gives, or null.</param>
    public static IReadOnlyList<PageBlock> Extract(IReadOnlyList<PageBlock> all, IReadOnlySet<IElement> related, string? stated, string title)
    {
        var body = Read(all, new BoilerplateFilter(all, related, byNames: true), title);
        if (Length(body) < ShortBody)
        {
            var byElements = Read(all, new BoilerplateFilter(all, related, byNames: false), title);
            body = Length(byElements) > 2 * Length(body) ? byElements : body;
        }

        return JsonLdBody.Blocks(all, stated, body.ToHashSet<PageBlock>(ReferenceEqualityComparer.Instance)) ?? body;
    }

    private static List<PageBlock> Read(IReadOnlyList<PageBlock> all, BoilerplateFilter clutter, string title)
    {
        var blocks = all.Where(block => !clutter.Holds(block.Box)).ToList();
        var box = MainContentElement.Of(blocks, title);
        var body = blocks.Where(block => box is not null && box.Contains(block.Box) && !IsMostlyLinks(block) && block.Box.LocalName != "h1" && !IsCaption(block)).ToList();
        DropFront(body);
        DropStandfirst(body);
        return body.Count == 0 ? body : [.. Lead(all, body[0], clutter), .. body];
    }

    /// <summary>The paragraph that some sites set apart between headline and body, by its name: a first paragraph, where a "deck" is part of the headline.</summary>
    private static IEnumerable<PageBlock> Lead(IReadOnlyList<PageBlock> all, PageBlock first, BoilerplateFilter clutter)
    {
        var above = all.TakeWhile(block => !ReferenceEquals(block, first)).ToList();
        var heading = above.FindLastIndex(block => block.Box.LocalName == "h1");
        return above.Skip(Math.Max(heading, 0)).Where(block =>
            DisplayText.ReadingLength(block.Text) >= ShortestLead && block.LinkShare < 0.3 && !clutter.Holds(block.Box) && !BoilerplateFilter.NamesStandfirst(block.Box)
            && (BoilerplateFilter.NamesLead(block.Box) || (block.Box.ParentElement is { } around && BoilerplateFilter.NamesLead(around))));
    }

    private static int Length(IEnumerable<PageBlock> blocks) => blocks.Where(block => !block.Block.IsHead).Sum(block => DisplayText.ReadingLength(block.Text));

    public static bool IsMostlyLinks(PageBlock block) => block.Text.Length < ShortBlock && block.LinkShare > LinkShare;

    /// <summary>A short line that is no sentence, right below a picture or in one box with it.</summary>
    private static bool IsCaption(PageBlock block)
    {
        if (block.Text.Length > LongestCaption || block.Block.IsHead || block.Box.LocalName is "li" or "td" or "th" or "dd" or "dt" || DisplayText.EndsAsSentence(block.Text))
        {
            return false;
        }

        var box = block.Box;
        for (var steps = 0; steps < 2 && box.PreviousElementSibling is null && box.ParentElement is { } around && around.ChildElementCount == 1; steps++)
        {
            box = around;
        }

        return IsPicture(box.PreviousElementSibling) || (box.QuerySelector("img, picture") is not null && box.QuerySelectorAll("img, picture").Length <= 2 && BlockReader.ReadLine(box, 2 * LongestCaption) == block.Text);
    }

    private static bool IsPicture(IElement? element) =>
        element is not null && (element.LocalName is "img" or "picture" || element.QuerySelector("img, picture") is not null) && string.IsNullOrWhiteSpace(element.TextContent);

    /// <summary>The line below the headline that some sites have inside the article's box, where enough text follows.</summary>
    private static void DropStandfirst(List<PageBlock> body)
    {
        if (body.Count > 3 && (BoilerplateFilter.NamesStandfirst(body[0].Box) || (body[0].Box.ParentElement is { } around && around.ChildElementCount <= 2 && BoilerplateFilter.NamesStandfirst(around))))
        {
            body.RemoveAt(0);
        }
    }

    /// <summary>Dates, names and labels before the first sentence; a sub-head right above it stays.</summary>
    private static void DropFront(List<PageBlock> body)
    {
        var first = body.FindIndex(block => !block.Block.IsHead && (DisplayText.ReadingLength(block.Text) >= 60 || (DisplayText.ReadingLength(block.Text) >= 30 && DisplayText.EndsAsSentence(block.Text))));
        while (first > 0 && body[first - 1].Block.IsHead)
        {
            first--;
        }

        if (first > 0)
        {
            body.RemoveRange(0, first);
        }
    }
}
