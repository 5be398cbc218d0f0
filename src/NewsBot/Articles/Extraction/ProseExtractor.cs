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

    /// <param name="all">The blocks of the page.</param>
    /// <param name="related">Boxes that list other posts.</param>
    /// <param name="stated">The body that the page's JSON-LD gives, or null.</param>
    public static IReadOnlyList<PageBlock> Extract(IReadOnlyList<PageBlock> all, IReadOnlySet<IElement> related, string? stated)
    {
        var body = Read(all, new BoilerplateFilter(all, related, byNames: true));
        if (Length(body) < ShortBody)
        {
            var byElements = Read(all, new BoilerplateFilter(all, related, byNames: false));
            body = Length(byElements) > 2 * Length(body) ? byElements : body;
        }

        return JsonLdBody.Blocks(all, stated, body.ToHashSet<PageBlock>(ReferenceEqualityComparer.Instance)) ?? body;
    }

    private static List<PageBlock> Read(IReadOnlyList<PageBlock> all, BoilerplateFilter clutter)
    {
        var blocks = all.Where(block => !clutter.Holds(block.Box)).ToList();
        var box = MainContentElement.Of(blocks);
        var body = blocks.Where(block => box is not null && box.Contains(block.Box) && !IsMostlyLinks(block) && block.Box.LocalName != "h1").ToList();
        DropFront(body);
        return body.Count == 0 ? body : [.. Lead(all, body[0], clutter), .. body];
    }

    /// <summary>The paragraph that some sites set apart between headline and body, by its name: a first paragraph, where a "deck" is part of the headline.</summary>
    private static IEnumerable<PageBlock> Lead(IReadOnlyList<PageBlock> all, PageBlock first, BoilerplateFilter clutter)
    {
        var above = all.TakeWhile(block => !ReferenceEquals(block, first)).ToList();
        var heading = above.FindLastIndex(block => block.Box.LocalName == "h1");
        return above.Skip(Math.Max(heading, 0)).Where(block =>
            block.Text.Length >= ShortestLead && block.LinkShare < 0.3 && !clutter.Holds(block.Box)
            && (BoilerplateFilter.NamesLead(block.Box) || (block.Box.ParentElement is { } around && BoilerplateFilter.NamesLead(around))));
    }

    private static int Length(IEnumerable<PageBlock> blocks) => blocks.Where(block => !block.Block.IsHead).Sum(block => block.Text.Length);

    public static bool IsMostlyLinks(PageBlock block) => block.Text.Length < ShortBlock && block.LinkShare > LinkShare;

    /// <summary>Dates, names and labels before the first sentence; a sub-head right above it stays.</summary>
    private static void DropFront(List<PageBlock> body)
    {
        var first = body.FindIndex(block => !block.Block.IsHead && (block.Text.Length >= 60 || (block.Text.Length >= 30 && DisplayText.EndsAsSentence(block.Text))));
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
