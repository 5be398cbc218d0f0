using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace NewsBot.Articles.Pages;

/// <summary>The body as SmartReader finds it, for pages on which the density of prose does not decide. It changes the document.</summary>
internal static class SmartReading
{
    private const int MostElements = 15_000;

    private const int MostDepths = 50 * MostElements;

    public static IReadOnlyList<Block> Read(IHtmlDocument document, Uri? address)
    {
        if (IsTooLarge(document))
        {
            return [];
        }

        // SmartReader wants some absolute address to resolve links against; it fetches nothing when it is given the document.
        using var reader = new Reader((address ?? new Uri("https://page.invalid/")).AbsoluteUri, document);
        List<Block> blocks = [];
        reader.AddCustomOperationEnd(body =>
        {
            BodyCleaning.Clean(body);
            blocks = [.. BlockReader.Read(body)];
        });
        reader.GetArticle();
        return blocks;
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
}
