using AngleSharp.Dom;

namespace NewsBot.Articles.Extraction;

/// <summary>Takes out of an extracted body what SmartReader leaves in: captions, forms, and short blocks that are mostly links.</summary>
internal static class BodyCleaner
{
    private const int ShortBlock = 300;

    /// <summary>Above this share of its text in links, a short block is a list of other pages.</summary>
    private const double LinkShare = 0.6;

    public static void Clean(IElement body)
    {
        Remove(body.QuerySelectorAll("figure, figcaption, form, aside, nav, footer, h1, time"));
        Remove(body.QuerySelectorAll("p, li, div, ul, h2, h3, h4").Where(IsMostlyLinks));
    }

    private static bool IsMostlyLinks(IElement element)
    {
        var text = element.TextContent.Trim().Length;
        if (text is 0 or >= ShortBlock)
        {
            return false;
        }

        var linked = element.QuerySelectorAll("a").Sum(link => link.TextContent.Trim().Length);
        return linked > LinkShare * text;
    }

    private static void Remove(IEnumerable<IElement> elements)
    {
        foreach (var element in elements.ToList())
        {
            element.Remove();
        }
    }
}
