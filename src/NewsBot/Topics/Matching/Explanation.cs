namespace NewsBot.Topics.Matching;

/// <summary>Says why an article matched: which words, where, how often.</summary>
internal static class Explanation
{
    private const int MaxReasons = 5;

    /// <summary>What weighs most first: title, lede, tags, body, and there the most frequent.</summary>
    public static IReadOnlyList<MatchReason> Of(IReadOnlyList<Hit> hits, AnalyzedArticle article) =>
    [
        .. hits.Distinct()
            .Select(hit => (Term: article.Written(hit.First, hit.Count), Field: article.FieldOf(hit.First)))
            .GroupBy(found => (found.Term.ToUpperInvariant(), found.Field))
            .OrderBy(group => group.Key.Field)
            .ThenByDescending(group => group.Count())
            .Take(MaxReasons)
            .Select(group => new MatchReason(group.First().Term, NameOf(group.Key.Field), group.Count())),
    ];

    private static string NameOf(ArticleField field) => field switch
    {
        ArticleField.Title => "title",
        ArticleField.Lede => "lede",
        ArticleField.Tags => "tags",
        _ => "body",
    };
}
