using System.Net;
using System.Text.RegularExpressions;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>The few properties that can be told from JSON-LD that is no JSON: quotes and line breaks inside texts are common.</summary>
internal static partial class JsonLdSalvage
{
    private const int MaxText = 100_000;

    /// <summary>The article, or null where the text does not speak of one.</summary>
    public static JsonLdArticle? Read(string text)
    {
        // Runs of spaces and mere length would make the patterns slow.
        text = DisplayText.Fold(text.AsSpan(0, Math.Min(text.Length, MaxText)));
        var start = Article().Match(text);
        if (!start.Success)
        {
            return null;
        }

        var article = text[start.Index..];
        return new JsonLdArticle(
            First(Headline(), article),
            [.. Author().Matches(article).Select(found => Clean(found.Groups[1].Value)).OfType<string>().Distinct()],
            First(Published(), article),
            Publisher: null,
            Language: null,
            Description: null,
            Body: null,
            Keywords: []);
    }

    private static string? First(Regex pattern, string text) => pattern.Match(text) is { Success: true } found ? Clean(found.Groups[1].Value) : null;

    private static string? Clean(string text) => DisplayText.StatementOrNull(WebUtility.HtmlDecode(text));

    [GeneratedRegex("""
        "@type"\ ?:\ ?\[?\ ?"\w*(?:Article|BlogPosting|Report)"
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Article();

    [GeneratedRegex("""
        "headline"\ ?:\ ?"([^"\\]{3,300})"\ ?[,}]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Headline();

    [GeneratedRegex("""
        "author"\ ?:\ ?\[?\ ?\{[^{}]{0,300}?"name"\ ?:\ ?"([^"\\]{2,80})"
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Author();

    [GeneratedRegex("""
        "date(?:Published|Created)"\ ?:\ ?"([^"\\]{8,40})"
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Published();
}
