using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsBot.Content.Html;

/// <summary>Parses markup from outside within bounds of depth and size.</summary>
internal static class BoundedHtmlParser
{
    /// <summary>Large news pages have some hundreds.</summary>
    private const int MaxComments = 20_000;

    private const int MaxAttributes = 5_000;

    /// <summary>Longer class names and ids are made to be slow, and every reader copies them.</summary>
    private const int MaxName = 500;

    /// <summary>The parser remembers each line's length, which is most of what a page of nothing but lines costs.</summary>
    private const int MaxLines = 500_000;

    /// <summary>The document, or null when it is nested too deep or has too many elements.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        if (IsOvergrown(html))
        {
            return null;
        }

        var bounds = new Bounds();
        var options = new HtmlParserOptions
        {
            // As a browser: what stands in noscript is no part of the page.
            IsScripting = true,
            MaximumDepth = Bounds.MaximumDepth,
            OnCreated = (element, _) => bounds.Count(element),
        };
        try
        {
            var document = new HtmlParser(options).ParseDocument(html.AsSpan().Count('\n') > MaxLines ? html.Replace('\n', ' ') : html);
            CutNames(document);
            return document;
        }
        catch (OutOfBoundsException)
        {
            return null;
        }
    }

    private static void CutNames(IHtmlDocument document)
    {
        foreach (var element in document.All.Where(element => element.ClassName?.Length > MaxName).ToList())
        {
            element.ClassName = element.ClassName![..MaxName];
        }

        foreach (var element in document.All.Where(element => element.Id?.Length > MaxName).ToList())
        {
            element.Id = element.Id![..MaxName];
        }
    }

    /// <summary>
    /// Whether the markup has more comments (or what the parser takes for them) or more attributes in one tag than any page needs. It does not
    /// report them while it works, and looks through all of them for each new one.
    /// </summary>
    private static bool IsOvergrown(string html)
    {
        var comments = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(html[at + 1]))
            {
                if (!SkipTag(html, ref at))
                {
                    return true;
                }
            }
            else if ((html[at + 1] != '/' || at + 2 >= html.Length || !char.IsAsciiLetter(html[at + 2])) && ++comments > MaxComments)
            {
                return true;
            }

            if (at >= html.Length)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>Goes to the end of the tag; false where it has too many attributes.</summary>
    private static bool SkipTag(string html, ref int at)
    {
        var (spaces, quote) = (0, '\0');
        for (; at < html.Length && (quote != '\0' || html[at] != '>'); at++)
        {
            var character = html[at];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'' && html[at - 1] == '=')
            {
                quote = character;
            }
            else if (char.IsWhiteSpace(character) && !char.IsWhiteSpace(html[at - 1]) && ++spaces > MaxAttributes)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Watches the tree while it grows: the parser's own work is quadratic in depth, so afterwards is too late.</summary>
    private sealed class Bounds
    {
        /// <summary>As Chromium's parser; the readers of the tree go down recursively, and 512 levels are safe on any stack.</summary>
        public const int MaximumDepth = 512;

        /// <summary>Large news pages have some 20,000.</summary>
        private const int MaximumElements = 100_000;

        private const int DepthCheckedEvery = 64;

        private int created;
        private int cloned;
        private IElement? last;

        public void Count(IElement element)
        {
            // Misnested formatting elements are cloned into every following paragraph without being reported as created. At this
            // moment whatever hangs below the element before this one is such clones.
            for (var clone = last?.LastElementChild; clone is not null; clone = clone.LastElementChild)
            {
                cloned++;
            }

            var isTooDeep = ++created % DepthCheckedEvery == 0 && DepthOf(last) >= MaximumDepth - 1;
            if (isTooDeep || created + cloned > MaximumElements)
            {
                throw new OutOfBoundsException();
            }

            last = element;
        }

        private static int DepthOf(IElement? element)
        {
            var depth = 0;
            for (; element is not null; element = element.ParentElement)
            {
                depth++;
            }

            return depth;
        }
    }

    /// <summary>The one way to stop the parser; it never leaves this class.</summary>
#pragma warning disable CA1032, CA1064 // Nobody else throws or catches it.
    private sealed class OutOfBoundsException : Exception;
#pragma warning restore CA1032, CA1064
}
