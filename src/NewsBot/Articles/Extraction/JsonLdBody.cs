using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Extraction;

/// <summary>Finds in a page the blocks of the text that its JSON-LD gives as the article's body.</summary>
internal static partial class JsonLdBody
{
    /// <summary>Fewer letters are no article but a teaser.</summary>
    private const int ShortBody = 400;

    /// <summary>Of what is longer the beginning is taken: each block of the page is looked for in it.</summary>
    private const int MaxBody = 100_000;

    /// <summary>The share of the stated body that must stand on the page: else it was cut, or belongs to another text.</summary>
    private const double EnoughFound = 0.85;

    /// <summary>Shorter blocks may stand in the stated text by chance.</summary>
    private const int SureLength = 20;

    /// <summary>
    /// The stated blocks in the page's order, and of those that were found otherwise the ones before them and the sub-heads between:
    /// pages often state neither. Null where the page does not show the stated text.
    /// </summary>
    public static IReadOnlyList<PageBlock>? Blocks(IReadOnlyList<PageBlock> all, string? stated, IReadOnlySet<PageBlock> found)
    {
        var letters = stated is null ? "" : Letters(Plain(stated));
        if (letters.Length < ShortBody)
        {
            return null;
        }

        var texts = all.Select(block => Letters(block.Text)).ToList();
        var (sure, length, next) = (new List<int>(), 0, 0);
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i].Length < SureLength || ProseExtractor.IsMostlyLinks(all[i]))
            {
                continue;
            }

            var at = letters.IndexOf(texts[i], next, StringComparison.Ordinal);
            if (at >= 0)
            {
                sure.Add(i);
                length += texts[i].Length;
                next = at + texts[i].Length;
            }
        }

        if (sure.Count == 0 || length < EnoughFound * letters.Length)
        {
            return null;
        }

        var told = sure.ToHashSet();
        return [.. all.Where((block, i) => told.Contains(i)
            || (i < sure[^1] && found.Contains(block) && (i < sure[0] || block.Block.IsHead))
            || (texts[i].Length is > 0 and < SureLength && (told.Contains(i - 1) || told.Contains(i + 1)) && letters.Contains(texts[i], StringComparison.Ordinal)))];
    }

    /// <summary>The stated body itself, a block a line; empty where it is but a teaser.</summary>
    public static IReadOnlyList<Block> Paragraphs(string? stated) => stated is null || stated.Length < ShortBody
        ? []
        : [.. Plain(stated).Split('\n').Select(line => DisplayText.Fold(line)).Where(line => line.Length > 0).Select(line => new Block(line))];

    /// <summary>Some pages state markup.</summary>
    private static string Plain(string stated) =>
        Markup().Replace(WebUtility.HtmlDecode(stated.Length > MaxBody ? stated[..MaxBody] : stated), " ");

    /// <summary>Letters and digits alone: spaces, quotes and dashes differ between a page and what it states.</summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                letters.Append(char.ToLowerInvariant(character));
            }
        }

        return letters.ToString();
    }

    [GeneratedRegex("<[^<>]{0,500}>", RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
