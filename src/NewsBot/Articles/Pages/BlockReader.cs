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
        "tbody", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure", "figcaption", "address", "details", "summary", "center");

    private static readonly FrozenSet<string> Silent = FrozenSet.Create(
        StringComparer.Ordinal, "script", "style", "noscript", "template", "iframe", "svg", "button", "select", "textarea", "object", "math");

    private const int MaximumHeadLength = 200;

    private readonly List<Block> blocks = [];
    private readonly StringBuilder line = new();

    /// <summary>Characters of the current line that stand in bold.</summary>
    private int bold;

    public static List<Block> Read(IElement element)
    {
        var reader = new BlockReader();
        reader.Walk(element, inBold: false);
        reader.Flush(isHead: false);
        return reader.blocks;
    }

    /// <summary>Recursive: the parser bounds the depth.</summary>
    private void Walk(INode parent, bool inBold)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                line.Append(text.Data);
                bold += inBold ? DisplayText.Fold(text.Data).Length : 0;
            }
            else if (node is IElement { LocalName: "br" } lineBreak)
            {
                Break(lineBreak);
            }
            else if (node is IElement element && !Silent.Contains(element.LocalName))
            {
                Enter(element, inBold || element.LocalName is "b" or "strong");
            }
        }
    }

    private void Enter(IElement element, bool inBold)
    {
        if (!BlockNames.Contains(element.LocalName))
        {
            Walk(element, inBold);
            return;
        }

        Flush(isHead: false);
        Walk(element, inBold);
        Flush(isHead: element.LocalName is ['h', >= '1' and <= '6']);
    }

    /// <summary>Two line breaks in a row end a paragraph, one is a space.</summary>
    private void Break(IElement lineBreak)
    {
        line.Append(' ');
        var next = lineBreak.NextSibling;
        while (next is IText text && string.IsNullOrWhiteSpace(text.Data))
        {
            next = next.NextSibling;
        }

        if (next is IElement { LocalName: "br" })
        {
            Flush(isHead: false);
        }
    }

    private void Flush(bool isHead)
    {
        var text = DisplayText.Fold(line.ToString());
        line.Clear();
        if (text.Length > 0)
        {
            // A short line all in bold that ends no sentence is a sub-head, whatever element it uses.
            var isBoldHead = bold >= text.Length && text.Length <= 100 && !DisplayText.EndsAsSentence(text);
            blocks.Add(new Block(text, (isHead || isBoldHead) && text.Length <= MaximumHeadLength));
        }

        bold = 0;
    }
}
