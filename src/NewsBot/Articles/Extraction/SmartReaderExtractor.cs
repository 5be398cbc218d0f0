using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SmartReader;

namespace NewsBot.Articles.Extraction;

/// <summary>The body as SmartReader finds it, for pages on which the density of prose does not decide. It changes the document.</summary>
internal static class SmartReaderExtractor
{
    private const int MaxElements = 15_000;

    private const int MaxDepths = 50 * MaxElements;

    /// <summary>Characters times their depth: it reads the text of each element with all within.</summary>
    private const long MaxText = 10_000_000;

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
            BodyCleaner.Clean(body);
            blocks = [.. BlockReader.Read(body)];
        });
        reader.GetArticle();
        return blocks;
    }

    /// <summary>SmartReader takes seconds beyond these: its work grows with the square of the elements, and with their depth.</summary>
    private static bool IsTooLarge(IHtmlDocument document)
    {
        var (elements, depths, text) = Measure(document.DocumentElement, 1);
        return elements > MaxElements || depths > MaxDepths || text > MaxText;
    }

    /// <summary>The number of elements, the sum of their depths, and of those of their characters.</summary>
    private static (int Elements, int Depths, long Text) Measure(IElement element, int depth)
    {
        var (elements, depths, text) = (1, depth, 0L);
        foreach (var child in element.ChildNodes)
        {
            if (child is IText { Data.Length: var length })
            {
                text += (long)length * depth;
            }
            else if (child is IElement { LocalName: not ("script" or "style") } inner)
            {
                var below = Measure(inner, depth + 1);
                (elements, depths, text) = (elements + below.Elements, depths + below.Depths, text + below.Text);
            }
        }

        return (elements, depths, text);
    }
}
