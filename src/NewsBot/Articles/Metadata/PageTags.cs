using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>The page's kicker, sections and keywords.</summary>
internal static class PageTags
{
    private const int MaximumTags = 20;
    private const int MaxTag = 50;

    public static IReadOnlyList<string> Of(IHtmlDocument document, Headline headline, MetaTags meta, JsonLdArticle? article)
    {
        var keywords = meta.All("article:section", "article:tag", "news_keywords", "parsely-tags", "keywords").Concat(article?.Keywords ?? []);
        var links = document.QuerySelectorAll("a[rel~='tag']").Select(link => BlockReader.ReadLine(link, MaxTag));
        return [.. Kickers(headline).Concat(links).Concat(keywords)
            .SelectMany(text => text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries))
            .Select(text => DisplayText.Fold(text).TrimStart('#'))
            .Where(tag => tag.Length is > 1 and <= MaxTag && !tag.Contains(':', StringComparison.Ordinal))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MaximumTags)];
    }

    /// <summary>What is named a kicker in the headline's surroundings.</summary>
    private static IEnumerable<string> Kickers(Headline headline)
    {
        var around = headline.Element?.ParentElement;
        around = around?.ParentElement ?? around;
        var near = around?
            .QuerySelectorAll("[class*='kicker' i], [class*='eyebrow' i], [class*='overline' i], [class*='dachzeile' i], [class*='rubric' i]")
            .Take(MaximumTags)
            .Select(element => BlockReader.ReadLine(element, MaxTag)) ?? [];
        return headline.Kicker is { } kicker ? near.Prepend(kicker) : near;
    }
}
