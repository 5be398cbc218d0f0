using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Extraction;

/// <summary>
/// Finds the paragraphs of the article in a document: by the density of prose, and where that finds little, by what else finds clearly more.
/// It changes the document: read everything else before.
/// </summary>
internal static class BodyExtractor
{
    /// <summary>From this many characters on the densest prose is the article; with fewer others are asked.</summary>
    private const int SureBody = 300;

    /// <summary>Others are believed when they find this much more: slightly more is a caption, or a line of the frame.</summary>
    private const double ClearlyMore = 1.5;

    /// <param name="prose">The body by the density of prose.</param>
    /// <param name="document">The page.</param>
    /// <param name="related">Boxes that list other posts.</param>
    /// <param name="address">Where it was found, or null.</param>
    /// <param name="stated">The body that its JSON-LD gives, or null.</param>
    public static IReadOnlyList<Block> Choose(IReadOnlyList<PageBlock> prose, IHtmlDocument document, IReadOnlySet<IElement> related, Uri? address, string? stated)
    {
        IReadOnlyList<Block> best = [.. prose.Select(block => block.Block)];
        var isForeign = MainContentElement.ForeignTo(document.Title ?? "");
        if (Length(best) >= SureBody)
        {
            return best;
        }

        foreach (var box in related)
        {
            box.Remove();
        }

        foreach (var other in (IEnumerable<IReadOnlyList<Block>>)[JsonLdBody.Paragraphs(stated), [.. SmartReaderExtractor.Read(document, address).Where(block => !isForeign(block.Text))]])
        {
            if (Length(other) > ClearlyMore * Length(best))
            {
                best = other;
            }
        }

        return best;
    }

    private static int Length(IEnumerable<Block> blocks) => blocks.Where(block => !block.IsHead).Sum(block => DisplayText.ReadingLength(block.Text));
}
