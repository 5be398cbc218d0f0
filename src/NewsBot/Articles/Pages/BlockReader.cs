using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace NewsBot.Articles.Pages;

/// <summary>Reads the paragraphs and sub-heads of an element in order.</summary>
internal sealed class BlockReader
{
    private static readonly FrozenSet<string> BlockNames = FrozenSet.Create(
        StringComparer.Ordinal,
        "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "article", "main", "header", "footer", "aside", "table",
        "tbody", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure", "figcaption", "address", "details", "summary", "center", "form", "nav");

    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.Ordinal, "script", "style", "noscript", "template", "iframe", "svg", "button", "select", "textarea", "object", "math", "audio", "video", "canvas", "input", "label", "progress", "dialog");

    private const int MaximumHeadLength = 200;

    private readonly List<PageBlock> blocks = [];
    private readonly StringBuilder line = new();
    /// <summary>Characters of the current line that stand in bold, and in links.</summary>
    private int bold;
    private int linked;

    public static IEnumerable<Block> Read(IElement element) => ReadPlaced(element).Select(block => block.Block);

    public static List<PageBlock> ReadPlaced(IElement element)
    {
        var reader = new BlockReader();
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
        for (var node = parent.FirstChild; node is not null; node = node.NextSibling)
        {
            if (node is IText text)
            {
                Append(text.Data, place);
            }
            else if (node is IElement { LocalName: "br" } lineBreak)
            {
                Break(lineBreak, place);
            }
            else if (node is IElement element && !Silent.Contains(element.LocalName))
            {
                Enter(element, place);
            }
        }
    }

    private void Append(string text, Place place)
    {
        line.Append(text);
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
            Walk(element, inside);
            return;
        }

        Flush(place, isHead: false);
        inside = inside with { Box = element };
        Walk(element, inside);
        Flush(inside, isHead: name is ['h', >= '1' and <= '6']);
    }

    /// <summary>What is named for something else and stands in no paragraph is a line of its own.</summary>
    private static bool StandsApart(IElement element, IElement box) =>
        box.LocalName is not ("p" or "li" or "blockquote" or "td" or "h1" or "h2" or "h3" or "h4") && (element.LocalName == "time" || ClutterNaming.Of(element) != ClutterName.None);

    /// <summary>Two line breaks in a row end a paragraph, one is a space.</summary>
    private void Break(IElement lineBreak, Place place)
    {
        line.Append(' ');
        var next = lineBreak.NextSibling;
        while (next is IText text && string.IsNullOrWhiteSpace(text.Data))
        {
            next = next.NextSibling;
        }

        if (next is IElement { LocalName: "br" })
        {
            Flush(place, isHead: false);
        }
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

        (bold, linked) = (0, 0);
    }
}
