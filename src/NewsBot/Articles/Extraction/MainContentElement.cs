using AngleSharp.Dom;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Extraction;

/// <summary>Finds the element that holds the article: the one whose blocks read most like prose and least like lists of links.</summary>
internal static class MainContentElement
{
    /// <summary>The element with the most value, the smallest of equals; null where nothing on the page reads as prose.</summary>
    public static IElement? Of(IReadOnlyList<PageBlock> blocks, string title)
    {
        var values = new Dictionary<IElement, double>();
        var isForeign = ForeignTo(title);
        foreach (var block in blocks)
        {
            var value = isForeign(block.Text) ? 0 : Value(block);
            for (var box = block.Box; box is not null; box = box.ParentElement)
            {
                values[box] = values.GetValueOrDefault(box) + value;
            }
        }

        // Children are met before their parents in no fixed order, so depth decides between equals.
        var best = values
            .Where(entry => entry.Value > 0)
            .Select(entry => (Box: entry.Key, Value: entry.Value * Trust(entry.Key)))
            .OrderByDescending(entry => entry.Value)
            .ThenByDescending(entry => entry.Box.GetAncestors().Count())
            .FirstOrDefault()
            .Box;
        return best is { LocalName: "p" or "li" or "blockquote" or "td", ParentElement: { } around } ? around : best;
    }

    /// <summary>Characters of prose, less for what is linked or broken off; a list of links counts against its box.</summary>
    private static double Value(PageBlock block)
    {
        var length = DisplayText.ReadingLength(block.Text);
        if (block.LinkShare > 0.5)
        {
            return block.Block.IsHead ? -10 : -Math.Min(length, 60) / 4.0;
        }

        if (block.Block.IsHead)
        {
            return 0;
        }

        var prose = length * (1 - block.LinkShare);
        return length < 40 && !DisplayText.EndsAsSentence(block.Text) ? -5 : prose * Weight(block.Box);
    }

    /// <summary>
    /// Where the page's title is in a script without Latin letters: tells blocks that are in Latin letters alone, such as the licence of a
    /// translated paper.
    /// </summary>
    public static Func<string, bool> ForeignTo(string title)
    {
        var (latin, other) = CountLetters(title.Split([" - ", " | ", " – ", " — "], StringSplitOptions.None)[0]);
        return other > latin ? text => CountLetters(text) is { Latin: > 80, Other: 0 } : _ => false;
    }

    private static (int Latin, int Other) CountLetters(string text)
    {
        var (latin, other) = (0, 0);
        foreach (var character in text)
        {
            var isLetter = char.IsLetter(character);
            latin += isLetter && character < '\u0250' ? 1 : 0;
            other += isLetter && character >= '\u0250' ? 1 : 0;
        }

        return (latin, other);
    }

    private static double Weight(IElement box) => box.LocalName switch
    {
        "p" or "blockquote" or "pre" => 1,
        "li" or "dd" or "dt" => 0.7,
        "td" or "th" => 0.5,
        _ => 0.8,
    };

    /// <summary>What an element says of itself tips the scale between a box and the box around it.</summary>
    private static double Trust(IElement box) => box.LocalName switch
    {
        _ when BoilerplateFilter.NamesBody(box) => 1.25,
        "article" => 1.2,
        "main" => 1.1,
        "body" or "html" => 0.9,
        _ => 1,
    };
}
