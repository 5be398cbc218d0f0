using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace NewsBot.Articles.Pages;

/// <summary>Finds the paragraphs of the article in a document. It changes the document: read everything else before.</summary>
internal static class BodyExtractor
{
    /// <summary>Fewer characters than this are no article: the densest block may hold more.</summary>
    private const int ShortBody = 250;

    /// <summary>A box longer than this is not dropped for its name alone: some sites name the whole article "widget" or "recent".</summary>
    private const int LongestBox = 1_500;

    private const int MostElements = 15_000;

    private const int MostDepths = 50 * MostElements;

    public static IReadOnlyList<Block> Extract(IHtmlDocument document, Uri? address, string? stated)
    {
        if (Environment.GetEnvironmentVariable("OWN") == "1") return ProseExtractor.Extract(document, stated);
        var densest = DensestBlock.Read(document);
        if (IsTooLarge(document))
        {
            return densest;
        }

        DropAuthorBoxes(document);
        var blocks = WithSmartReader(document, address);
        return Length(blocks) >= ShortBody || Length(blocks) >= Length(densest) ? blocks : densest;
    }

    /// <summary>SmartReader takes seconds beyond these: its work grows with the square of the elements, and with their depth.</summary>
    private static bool IsTooLarge(IHtmlDocument document)
    {
        var (elements, depths) = Measure(document.DocumentElement, 1);
        return elements > MostElements || depths > MostDepths;
    }

    /// <summary>The number of elements, and the sum of their depths.</summary>
    private static (int Elements, int Depths) Measure(IElement element, int depth)
    {
        var (elements, depths) = (1, depth);
        foreach (var child in element.Children)
        {
            var below = Measure(child, depth + 1);
            elements += below.Elements;
            depths += below.Depths;
        }

        return (elements, depths);
    }

    private static int Length(IEnumerable<Block> blocks) => blocks.Where(block => !block.IsHead).Sum(block => block.Text.Length);

    private static void DropAuthorBoxes(IHtmlDocument document)
    {
        foreach (var box in document.QuerySelectorAll("div, section, aside, footer").Where(ClutterNames.NamesAuthorBox).ToList())
        {
            if (box.TextContent.Length < LongestBox && box.QuerySelector("h1, article") is null)
            {
                box.Remove();
            }
        }
    }

    private static List<Block> WithSmartReader(IHtmlDocument document, Uri? address)
    {
        // SmartReader wants some absolute address to resolve links against; it fetches nothing when it is given the document.
        using var reader = new Reader((address ?? new Uri("https://page.invalid/")).AbsoluteUri, document);
        var blocks = new List<Block>();
        reader.AddCustomOperationEnd(body =>
        {
            BodyCleaning.Clean(body);
            blocks = [.. BlockReader.Read(body)];
        });
        reader.GetArticle();
        return blocks;
    }
}
