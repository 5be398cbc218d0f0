namespace NewsBot.Topics.Matching;

/// <summary>Says why an article matched: which words, where, how often.</summary>
internal static class Explanation
{
    private const int MaxReasons = 5;

    /// <summary>What weighs most first: title, lede, tags, body, and there the most frequent.</summary>
    public static IReadOnlyList<MatchReason> Of(IReadOnlyList<Hit> hits, AnalyzedArticle article)
    {
        var found = new List<(string Term, ArticleField Field, int Count)>();
        foreach (var hit in hits.Count > 1 ? hits.Distinct() : hits)
        {
            var (term, field) = (article.Written(hit.First, hit.Count), article.FieldOf(hit.First));
            var index = found.FindIndex(other => other.Field == field && string.Equals(other.Term, term, StringComparison.OrdinalIgnoreCase));
            if (index < 0)
            {
                found.Add((term, field, 1));
            }
            else
            {
                found[index] = found[index] with { Count = found[index].Count + 1 };
            }
        }

        return [.. found.OrderBy(reason => reason.Field)
            .ThenByDescending(reason => reason.Count)
            .Take(MaxReasons)
            .Select(reason => new MatchReason(reason.Term, NameOf(reason.Field), reason.Count))];
    }

    private static string NameOf(ArticleField field) => field switch
    {
        ArticleField.Title => "title",
        ArticleField.Lede => "lede",
        ArticleField.Tags => "tags",
        _ => "body",
    };
}
