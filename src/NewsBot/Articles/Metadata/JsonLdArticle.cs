using System.Text.Json;
using AngleSharp.Html.Dom;
using NewsBot.Content.Json;

namespace NewsBot.Articles.Metadata;

/// <summary>What the page's JSON-LD says of its article (schema.org NewsArticle and its kin), verbatim.</summary>
internal sealed record JsonLdArticle(
    string? Headline,
    IReadOnlyList<string> Authors,
    string? Published,
    string? Publisher,
    string? Language,
    string? Description,
    string? Body,
    IReadOnlyList<string> Keywords)
{
    private const int MaximumDepth = 64;
    private const int MaxNodes = 50;

    /// <summary>The page's article: of several, the one whose headline the page's title carries, else the first; without any, what is said of the page itself.</summary>
    public static JsonLdArticle? Find(IHtmlDocument document)
    {
        var title = document.Title ?? "";
        JsonLdArticle? first = null;
        JsonLdArticle? page = null;
        foreach (var script in document.QuerySelectorAll("script[type='application/ld+json' i]"))
        {
            using var json = Parse(script.TextContent);
            first ??= json is null ? JsonLdSalvage.Read(script.TextContent) : null;
            var graph = json is null ? null : new JsonLdGraph(json.RootElement);
            foreach (var article in graph?.Articles.Take(MaxNodes).Select(graph.Read) ?? [])
            {
                if (article.Headline is { Length: > 0 } headline && title.Contains(headline, StringComparison.OrdinalIgnoreCase))
                {
                    return article;
                }

                first ??= article;
            }

            page ??= graph?.Pages.Take(MaxNodes).Select(graph.Read).FirstOrDefault(jsonLdArticle => jsonLdArticle.Published is not null || jsonLdArticle.Authors.Count > 0);
        }

        return first ?? (page is null ? null : page with { Headline = null, Body = null });
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaximumDepth };
            return JsonDocument.Parse(JsonRepair.Repair(text).Trim().TrimEnd(';'), options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
