using System.Net;
using System.Text.RegularExpressions;

namespace NewsBot.Articles.Pages;

/// <summary>The few properties that can be told from JSON-LD that is no JSON: quotes and line breaks inside texts are common.</summary>
internal static partial class BrokenJsonLd
{
    /// <summary>The article, or null where the text does not speak of one.</summary>
    public static JsonLdArticle? Read(string text)
    {
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

    private static string? Clean(string text) => DisplayText.FoldOrNull(WebUtility.HtmlDecode(text));

    [GeneratedRegex("""
        "@type"\s*:\s*\[?\s*"\w*(?:Article|BlogPosting|Report)"
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Article();

    [GeneratedRegex("""
        "headline"\s*:\s*"([^"\\]{3,300})"\s*[,}]
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Headline();

    [GeneratedRegex("""
        "author"\s*:\s*\[?\s*\{[^{}]{0,300}?"name"\s*:\s*"([^"\\]{2,80})"
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Author();

    [GeneratedRegex("""
        "datePublished"\s*:\s*"([^"\\]{8,40})"
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Published();
}
