using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Extraction;

/// <summary>Tells which elements of a page hold no text of its article, by what they are and what they are named.</summary>
internal sealed partial class BoilerplateFilter
{
    /// <summary>A box with more of the page's prose than this is the article, or around it, whatever it is named.</summary>
    private const double MaxProse = 0.35;

    /// <summary>Comments and legal notices can hold more prose than the article, and what holds nearly all of it is the article.</summary>
    private const double AlmostAll = 0.85;

    private readonly Dictionary<IElement, double> prose = [];
    private readonly Dictionary<IElement, bool> known = [];
    private readonly double allProse;

    /// <summary>What is around a heading of the first level.</summary>
    private readonly HashSet<IElement> aroundHeadlines = [];

    private readonly IReadOnlySet<IElement> related;
    private readonly bool byNames;

    /// <param name="blocks">All of the page.</param>
    /// <param name="related">Boxes that list other posts.</param>
    /// <param name="byNames">Whether classes and ids count: a page may use names for its article that others use for clutter.</param>
    public BoilerplateFilter(IReadOnlyList<PageBlock> blocks, IReadOnlySet<IElement> related, bool byNames)
    {
        this.related = related;
        this.byNames = byNames;
        foreach (var headline in blocks.Select(block => block.Box.Closest("h1")).OfType<IElement>())
        {
            for (var box = headline; box is not null && aroundHeadlines.Add(box); box = box.ParentElement)
            {
            }
        }

        foreach (var block in blocks.Where(IsProse))
        {
            allProse += block.Text.Length;
            for (var box = block.Box; box is not null; box = box.ParentElement)
            {
                prose[box] = prose.GetValueOrDefault(box) + block.Text.Length;
            }
        }
    }

    /// <summary>Whether the element, or one around it, is clutter.</summary>
    public bool Holds(IElement element)
    {
        if (known.TryGetValue(element, out var isClutter))
        {
            return isClutter;
        }

        isClutter = IsClutter(element) || (element.ParentElement is { } parent && Holds(parent));
        known.Add(element, isClutter);
        return isClutter;
    }

    /// <summary>Whether the element is named as the body of an article.</summary>
    public static bool NamesBody(IElement element) =>
        (element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.Ordinal)) || HasName(element, Body());

    /// <summary>Whether the element is named as the first paragraph of an article.</summary>
    public static bool NamesLead(IElement element) =>
        (element.GetAttribute("itemprop") is { } property && property.Contains("description", StringComparison.OrdinalIgnoreCase)) || HasName(element, LeadName());

    /// <summary>Whether the element is named as a line below the headline that belongs to it rather than to the text.</summary>
    public static bool NamesStandfirst(IElement element) =>
        (element.GetAttribute("itemprop") is { } property && property.Contains("alternativeHeadline", StringComparison.OrdinalIgnoreCase)) || HasName(element, Standfirst());

    public bool IsClutter(IElement element) => element.LocalName switch
    {
        "html" or "body" or "main" or "h1" => false,
        _ when related.Contains(element) => true,
        "nav" or "figcaption" or "time" or "dialog" => true,
        "footer" or "aside" when IsApart(element) => true,
        _ when NameOf(element) == ClassNameRole.Sure && IsApart(element) => true,
        _ when prose.GetValueOrDefault(element) > MaxProse * allProse => false,
        "address" or "form" => true,
        "figure" => element.QuerySelector("p") is null,
        _ => IsHidden(element) || element.GetAttribute("role") is "navigation" or "complementary" or "contentinfo" or "dialog" or "search" || NameOf(element) != ClassNameRole.None,
    };

    private bool IsApart(IElement element) => prose.GetValueOrDefault(element) < AlmostAll * allProse && !aroundHeadlines.Contains(element);

    private ClassNameRole NameOf(IElement element) => byNames ? ClassNameRules.Of(element) : ClassNameRole.None;

    private static bool IsProse(PageBlock block) => DisplayText.ReadingLength(block.Text) >= 60 && block.LinkShare < 0.4 && !block.Block.IsHead;

    /// <summary>Whether the element is hidden by itself: for readers, not from software that reads aloud.</summary>
    public static bool IsHidden(IElement element) => element.HasAttribute("hidden") || (element.GetAttribute("style") is { Length: < 2_000 } style && HidingStyle().IsMatch(style));

    private static bool HasName(IElement element, Regex names) =>
        names.IsMatch(OtherPostClassNames.ClassOf(element)) || names.IsMatch(OtherPostClassNames.IdOf(element));

    [GeneratedRegex(@"display\s?:\s?none|visibility\s?:\s?hidden", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HidingStyle();

    [GeneratedRegex(@"(?<![a-z])(?:(?:article|story|post|entry|news|content|blog|page|main|text)[-_]{0,2}(?:body|content|text|copy)(?:[-_]?(?:text|content|inner|copy))?|articlebody|storybody|entry|story|hentry|bodytext|body[-_]?(?:text|copy|content)|artikel(?:text|body|inhalt)?|nota|noticia|cuerpo)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    [GeneratedRegex(@"(?<![a-z])(?:lead|lede|leadtext|lead[-_]?(?:text|in|paragraph)|intro|introduction|introtext|vorspann|teaser[-_]?text|einleitung|anriss|abstract|chapo|chapeau|excerpt|ingress|entradilla|bajada|sommario|occhiello)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadName();

    [GeneratedRegex(@"(?<![a-z])(?:de[ck]k?|standfirst|summary|sub-?head(?:line)?|strap-?line|tagline|alternativeheadline|title(?:__|-)excerpt)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Standfirst();
}
