using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsBot.Articles.Pages;

/// <summary>The body by the simplest rule: the element whose own paragraphs hold the most text. Short pages, where SmartReader gives up.</summary>
internal static class DensestBlock
{
    private const string Frame = "nav, footer, aside, form, header";

    public static IReadOnlyList<Block> Read(IHtmlDocument document)
    {
        var parents = document.QuerySelectorAll("p")
            .Where(paragraph => paragraph.ParentElement is not null && paragraph.Closest(Frame) is null && !IsMostlyLinks(paragraph))
            .GroupBy(paragraph => paragraph.ParentElement!)
            .MaxBy(group => group.Sum(paragraph => paragraph.TextContent.Length));
        if (parents is null)
        {
            return [];
        }

        return [.. parents.Key.Children
            .Where(child => child.LocalName is "p" or "h2" or "h3" or "h4" or "blockquote" or "ul" or "ol" && !IsMostlyLinks(child))
            .SelectMany(child => Read(child))];
    }

    private static IEnumerable<Block> Read(IElement child) =>
        BlockReader.Read(child).Select(block => child.LocalName[0] == 'h' ? block with { IsHead = true } : block);

    private static bool IsMostlyLinks(IElement element) =>
        element.QuerySelectorAll("a").Sum(link => link.TextContent.Length) * 2 > element.TextContent.Length;
}
