using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace NewsBot.Content.Html;

/// <summary>
/// From what feeds put in their texts to plain text. It goes over HTML's tokens and builds no tree: linear, however the markup is nested.
/// </summary>
internal static partial class HtmlToText
{
    /// <summary>The longest text that is taken in, in characters of markup; no article of a newspaper comes near it.</summary>
    private const int MaxText = 500_000;

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    };

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "iframe", "noscript", "template", "head", "textarea", "select", "button", "audio", "video", "canvas",
    };

    /// <summary>One line: of HTML where the text is HTML, else as it stands.</summary>
    public static string Line(string text) => Fold(Text(text)).Trim();

    /// <summary>Paragraphs joined by an empty line.</summary>
    public static string Paragraphs(string text) => Join(Text(text));

    /// <summary>As <see cref="Paragraphs(string)"/>, for what is known to be HTML.</summary>
    public static string OfHtml(string html) => Join(Strip(html));

    /// <summary>As <see cref="Paragraphs(string)"/>, for what is known to be no HTML.</summary>
    public static string Literal(string text) => Join(text);

    /// <summary>Every run of white space becomes one space.</summary>
    public static string Fold(string text) => IsFolded(text) ? text : Spaces().Replace(text, " ");

    /// <summary>
    /// Whether text is HTML: it ends or closes an element of HTML, or names a character. "x &lt; y" and "the &lt;blink&gt; tag" do not.
    /// </summary>
    public static bool IsHtml(string text) => Markup().IsMatch(text);

    private static bool IsFolded(string text)
    {
        var wasSpace = false;
        foreach (var character in text)
        {
            var isSpace = character == ' ';
            if ((isSpace && wasSpace) || (!isSpace && char.IsWhiteSpace(character)))
            {
                return false;
            }

            wasSpace = isSpace;
        }

        return true;
    }

    private static string Text(string text) => IsHtml(text) ? Strip(text) : text;

    private static string Join(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return Fold(text).Trim();
        }

        var paragraphs = EmptyLines().Split(text);
        return string.Join("\n\n", paragraphs.Select(paragraph => Fold(paragraph).Trim()).Where(paragraph => paragraph.Length > 0));
    }

    /// <summary>The text of HTML; where a block begins or ends, there is an empty line.</summary>
    private static string Strip(string html)
    {
        var text = new StringBuilder(Math.Min(html.Length, MaxText));
        using var source = new TextSource(new ReadOnlyMemoryTextSource(html.AsMemory(0, Math.Min(html.Length, MaxText))));
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver);
        string? skipped = null;
        for (var token = tokens.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokens.Get())
        {
            switch (token.Type)
            {
                case HtmlTokenType.Character when skipped is null:
                    text.Append(Fold(token.Data));
                    break;
                case HtmlTokenType.StartTag when skipped is null && Unread.Contains(token.Name):
                    skipped = token is HtmlTagToken { IsSelfClosing: true } ? null : token.Name;
                    break;
                case HtmlTokenType.EndTag when skipped is not null && token.Name == skipped:
                    skipped = null;
                    break;
                case HtmlTokenType.StartTag or HtmlTokenType.EndTag when skipped is null && Blocks.Contains(token.Name):
                    text.Append("\n\n");
                    break;
            }
        }

        return text.ToString();
    }

    [GeneratedRegex("""
        </(?:a|abbr|address|article|aside|b|big|blockquote|center|cite|code|dd|del|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|header|i|iframe|ins|li|main|mark|nav|ol|object|p|pre|q|s|script|section|small|span|strike|strong|style|sub|sup|table|td|th|time|tr|u|ul|video)\s*>
        |<(?:br|hr|p|img|li)(?:\s[^<>]*)?/?>
        |&(?:[A-Za-z][A-Za-z0-9]{1,30}|\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6});
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\n\s*\n", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLines();
}
