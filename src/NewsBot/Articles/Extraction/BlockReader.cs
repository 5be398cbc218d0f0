using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Extraction;

/// <summary>Reads the paragraphs and sub-heads of an element in order.</summary>
internal sealed partial class BlockReader
{
    private static readonly FrozenSet<string> BlockNames = FrozenSet.Create(
        StringComparer.Ordinal,
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "article", "main", "header", "footer", "aside", "table",
        "tbody", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure", "figcaption", "address", "details", "summary", "center", "form", "nav");

    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.Ordinal, "script", "style", "noscript", "template", "iframe", "svg", "button", "select", "textarea", "object", "math", "audio", "video", "canvas", "input", "label", "progress", "dialog");

    private const int MaximumHeadLength = 200;

    /// <summary>The longest articles have some hundreds; the work on a page grows with its blocks times their depth.</summary>
    private const int MaxBlocks = 5_000;

    private const int MaxText = 10_000_000;

    private readonly List<PageBlock> blocks = [];
    private readonly StringBuilder line = new();
    /// <summary>Characters of the current line that stand in bold, and in links.</summary>
    private int bold;
    private int linked;

    /// <summary>How many characters may still be read.</summary>
    private int left;

    /// <summary>Whether the line ended in a line break.</summary>
    private bool isBroken;

    public static IEnumerable<Block> Read(IElement element) => ReadPlaced(element).Select(block => block.Block);

    /// <summary>The text in a line, blocks divided by a space; of one that is much longer than asked the beginning.</summary>
    public static string ReadLine(IElement element, int length) => string.Join(' ', ReadPlaced(element, length).Select(block => block.Text));

    /// <param name="element">What is read.</param>
    /// <param name="length">How many characters are of interest: of a much longer text the beginning is read.</param>
    public static List<PageBlock> ReadPlaced(IElement element, int length = MaxText)
    {
        // Markup is indented: white space is most of some texts.
        var reader = new BlockReader { left = 500 + (8 * length) };
        var place = new Place(element, false, false);
        reader.Walk(element, place);
        reader.Flush(place, isHead: false);
        return reader.blocks;
    }

    /// <summary>What is known of where the walk is.</summary>
    private readonly record struct Place(IElement Box, bool InBold, bool InLink);

    /// <summary>Recursive: the parser bounds the depth.</summary>
    private void Walk(INode parent, Place place)
    {
        // By index: a node finds its sibling by going through all of them.
        for (var at = 0; at < parent.ChildNodes.Length && left > 0 && blocks.Count < MaxBlocks; at++)
        {
            var node = parent.ChildNodes[at];
            if (node is IText text)
            {
                Append(text.Data, place);
            }
            else if (node is IElement { LocalName: "br" })
            {
                Break(place);
            }
            else if (node is IElement element && !Silent.Contains(element.LocalName))
            {
                Enter(element, place);
            }
        }
    }

    private void Append(string text, Place place)
    {
        text = text.Length > left ? text[..left] : text;
        line.Append(text);
        left -= text.Length;
        isBroken &= string.IsNullOrWhiteSpace(text);
        if (place.InBold || place.InLink)
        {
            var length = DisplayText.Fold(text).Length;
            bold += place.InBold ? length : 0;
            linked += place.InLink ? length : 0;
        }
    }

    private void Enter(IElement element, Place place)
    {
        var name = element.LocalName;
        var inside = place with
        {
            InBold = place.InBold || name is "b" or "strong",
            InLink = place.InLink || name is "a",
        };
        if (!BlockNames.Contains(name) && !StandsApart(element, place.Box))
        {
            if (IsUnseen(element))
            {
                return;
            }

            Walk(element, inside);
            return;
        }

        Flush(place, isHead: false);
        inside = inside with { Box = element };
        Walk(element, inside);
        Flush(inside, isHead: name is ['h', >= '1' and <= '6']);
    }

    /// <summary>Part of a line that readers do not see: it is for software that reads aloud, or waits to be shown.</summary>
    private static bool IsUnseen(IElement element) => BoilerplateFilter.IsHidden(element) || (element.ClassName is { Length: > 6 } names && Unseen().IsMatch(names));

    /// <summary>What is named for something else and stands in no paragraph is a line of its own.</summary>
    private static bool StandsApart(IElement element, IElement box) =>
        box.LocalName is not ("p" or "li" or "blockquote" or "td" or "h1" or "h2" or "h3" or "h4") && (element.LocalName == "time" || ClassNameRules.Of(element) != ClassNameRole.None);

    /// <summary>Two line breaks in a row end a paragraph, one is a space.</summary>
    private void Break(Place place)
    {
        if (isBroken)
        {
            Flush(place, isHead: false);
        }

        line.Append(' ');
        isBroken = true;
    }

    private void Flush(Place place, bool isHead)
    {
        var text = line.Length == 0 ? "" : DisplayText.Fold(line.ToString());
        line.Clear();
        if (text.Length > 0)
        {
            // A short line all in bold that ends no sentence is a sub-head, whatever element it uses.
            var isBoldHead = bold >= text.Length && text.Length <= 100 && !DisplayText.EndsAsSentence(text);
            blocks.Add(new PageBlock(new Block(text, (isHead || isBoldHead) && text.Length <= MaximumHeadLength), place.Box, linked));
        }

        (bold, linked, isBroken) = (0, 0, false);
    }

    [GeneratedRegex(@"(?<![a-z])(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden|a11y-hidden|assistive-text)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();
}
