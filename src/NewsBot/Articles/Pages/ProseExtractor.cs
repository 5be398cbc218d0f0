using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Articles.Pages;

/// <summary>The body by the density of prose: the box that holds most of it, without what is named or made for something else.</summary>
internal static class ProseExtractor
{
    private const int ShortBlock = 300;

    /// <summary>Fewer characters than this are no article: the names of the page's elements may have misled.</summary>
    private const int ShortBody = 100;

    /// <summary>Above this share of its text in links, a short block is a list of other pages.</summary>
    private const double LinkShare = 0.6;

    private const int ShortestLead = 40;

    public static IReadOnlyList<Block> Extract(IHtmlDocument document, string? stated)
    {
        if (document.Body is null)
        {
            return [];
        }

        var all = BlockReader.ReadPlaced(document.Body);
        var body = Read(all, new ArticleClutter(all, byNames: true));
        if (Length(body) < ShortBody)
        {
            var byElements = Read(all, new ArticleClutter(all, byNames: false));
            body = Length(byElements) > 2 * Length(body) ? byElements : body;
        }

        return [.. (StatedBody.Blocks(all, stated, body.ToHashSet()) ?? body).Select(block => block.Block)];
    }

    private static List<PageBlock> Read(List<PageBlock> all, ArticleClutter clutter)
    {
        var blocks = all.Where(block => !clutter.Holds(block.Box)).ToList();
        var box = BodyBox.Of(blocks);
        var body = blocks.Where(block => box is not null && box.Contains(block.Box) && !IsMostlyLinks(block) && block.Box.LocalName != "h1").ToList();
        DropFront(body);
        return body.Count == 0 ? body : [.. Lead(all, body[0], clutter), .. body];
    }

    /// <summary>The paragraph that some sites set apart between headline and body, by its name: a first paragraph, where a "deck" is part of the headline.</summary>
    private static IEnumerable<PageBlock> Lead(List<PageBlock> all, PageBlock first, ArticleClutter clutter)
    {
        var end = all.IndexOf(first);
        var heading = all.FindLastIndex(end, block => block.Box.LocalName == "h1");
        return all.Take(end).Skip(Math.Max(heading, 0)).Where(block =>
            block.Text.Length >= ShortestLead && block.LinkShare < 0.3 && !clutter.Holds(block.Box)
            && (ArticleClutter.NamesLead(block.Box) || (block.Box.ParentElement is { } around && ArticleClutter.NamesLead(around))));
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
