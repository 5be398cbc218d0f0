using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>The texts of elements that name the author: by microdata or rel=author, or by what they are called.</summary>
internal static class AuthorElements
{
    private const string MarkedSelector = "[itemprop='author'] [itemprop='name'], [itemprop='author'], [rel~='author']";

    private const string NamedSelector =
        "[class*='byline' i], [class*='author' i], [class*='autor' i], [id*='author' i], [id*='byline' i], address, a[href*='/author/'], a[href*='/authors/'], "
        + "a[href*='/autor/'], a[href*='/autoren/'], a[href*='/editors/'], a[href*='/contributors/'], a[href*='/profile/']";

    private const int MaxElements = 50;
    private const int MaxTexts = 3;
    private const int MaxTextLength = 150;

    /// <summary>Of an element with all that is in it.</summary>
    private const int MaxBoxLength = 2_000;

    /// <summary>How far around the first name those of the other authors stand.</summary>
    private const int MaxBoxSteps = 3;

    /// <summary>The box may hold the author's life: its sentences name nobody. "By J. K." is shorter.</summary>
    private const int MinSentenceLength = 40;

    /// <summary>Of the marked elements the one nearest below the headline and its neighbours: others stand in lists of other posts.</summary>
    public static IEnumerable<string> Marked(IHtmlDocument document, IElement? headline)
    {
        var elements = document.QuerySelectorAll(MarkedSelector).Take(MaxElements).Where(element => element.Closest("nav") is null && !OtherPostClassNames.IsWithin(element)).ToList();
        if (elements.Count == 0)
        {
            return [];
        }

        var box = BoxOf(Nearest(elements, headline));
        return elements.Where(box.Contains).Select(TextOf).Where(IsShort);
    }

    /// <summary>The texts of elements that are called a byline or link to an author, the smallest of those within each other.</summary>
    public static IEnumerable<string> Named(IHtmlDocument document)
    {
        var elements = document.QuerySelectorAll(NamedSelector).Take(MaxElements).ToList();

        // A box that is called the author's holds buttons beside the name.
        return elements.Where((element, at) => at + 1 >= elements.Count || !element.Contains(elements[at + 1]))
            .Where(element => element.Closest("aside, nav") is null && !OtherPostClassNames.IsWithin(element))
            .Where(element => element.Closest("footer") is not { } footer || footer.Closest("article, main") is not null)
            .Select(TextOf)
            .Where(IsShort)
            .Take(MaxTexts);
    }

    /// <summary>The one with the smallest element around it and the headline; of several the first below the headline.</summary>
    private static IElement Nearest(List<IElement> elements, IElement? headline)
    {
        for (var scope = headline?.ParentElement; scope is not null; scope = scope.ParentElement)
        {
            if (elements.FindAll(scope.Contains) is { Count: > 0 } near)
            {
                return near.Find(element => headline!.CompareDocumentPosition(element).HasFlag(DocumentPositions.Following)) ?? near[0];
            }
        }

        return elements[0];
    }

    private static IElement BoxOf(IElement element)
    {
        var box = element;
        for (var steps = 0; steps < MaxBoxSteps && box.ParentElement is { } around and not IHtmlBodyElement && IsShort(BlockReader.ReadLine(around, MaxTextLength)); steps++)
        {
            box = around;
        }

        return box;
    }

    private static bool IsShort(string text) => text.Length is > 0 and < MaxTextLength;

    private static string TextOf(IElement element) => element.LocalName is "meta" or "link"
        ? element.GetAttribute("content") ?? ""
        : string.Join(" | ", BlockReader.ReadPlaced(element, MaxBoxLength).Select(block => block.Text).Where(text => text.Length < MinSentenceLength || !DisplayText.EndsAsSentence(text)));
}
